package dev.sekisho.risk.rule.path;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.OtherWay;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ThirdPartySituation;
import dev.sekisho.risk.rule.ThirdPartySituation.Near;
import java.util.List;
import java.util.stream.Stream;

/** PTH-06: whoever breaks in at a supplier comes with its software next to a crown jewel. */
final class SupplyChannelToCrown implements FindingRule.OnThirdParty {
    private static final RuleReference REFERENCE = new RuleReference(
            "PTH-06",
            "SUPPLY_CHANNEL_TO_CROWN",
            "Supply channel to a critical target",
            "Medium, once a third party; High where a zone it lands in lets out more than is permitted, or nobody knows.",
            """
            Software arrives signed and expected, past every firewall, and runs with the rights of what it updates. With
            the update of Orion some 18,000 customers of SolarWinds installed the intruder's backdoor in 2020; the next
            step was for it to call home, which it could not where the server had nothing to say to the internet. So one
            break at the supplier is all there is between somebody and a target of criticality 80 or more, unless what
            leaves the zone is limited. Where even that one is no more needed, because the supplier says that somebody has
            broken in there and more than is permitted may leave, it is PTH-01.""",
            """
            Let nothing leave the zone but what is permitted. Move the software away from the target, or put a firewall
            between them; and take updates in only after they were watched elsewhere.""",
            List.of(
                    "NIST SP 800-53r5 SR-3",
                    "NIST SP 800-53r5 SC-7(5)",
                    "NIST SP 800-53r5 RA-3",
                    "NIST CSF 2.0 GV.SC-07",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.5.21",
                    "ISO/IEC 27001:2022 A.8.22",
                    "IEC 62443-3-3 SR 5.1"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(ThirdPartySituation at, String cause) {
        Near near = near(at);
        return near.scope().andAll("zone that lets out more than is permitted", open(near));
    }

    /** What is nearer is CROWN_REACHABLE_NOW. */
    private static Near near(ThirdPartySituation at) {
        return at.near(1, OtherWay::isSupply);
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        Near near = near(at);
        return near.isEmpty() ? Stream.empty() : Stream.of(finding(at, near));
    }

    private Finding finding(ThirdPartySituation at, Near near) {
        List<String> open = open(near);
        String egress = open.isEmpty()
                ? "only what is permitted leaves the zones it is in."
                : "more than is permitted may leave the " + (open.size() == 1 ? "zone " : "zones ") + Crown.listed(open)
                        + ".";
        return findings.on(
                at,
                open.isEmpty() ? Severity.MEDIUM : Severity.HIGH,
                "",
                "With the software that " + at.thirdParty().name() + " supplies one comes to "
                        + Crown.names(near.crowns()) + " over one break; " + egress,
                Crown.evidence(near.crowns())
                        .andAll(
                                "zones",
                                near.ways().stream().map(OtherWay::zone).toList())
                        .andAll("openZones", open));
    }

    private static List<String> open(Near near) {
        return near.ways().stream()
                .filter(way -> !way.guarded())
                .flatMap(way -> Stream.ofNullable(way.zone()))
                .toList();
    }
}
