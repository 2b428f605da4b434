package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import java.util.List;
import java.util.stream.Stream;

/** NET-10: a third party lands right where the critical data is. */
final class DirectToDatastore implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-10",
            "DIRECT_TO_DATASTORE",
            "Third party lands beside critical data",
            "High.",
            """
            A link that ends in the zone of the databases leaves no second wall: the first host an intruder stands on is
            already next to what they came for. At Osaka General Medical Center in 2022 the link of the meal service led
            to the servers of the hospital, and the electronic records were lost for two months. A zone of which nobody
            has said what it holds counts as holding critical data.""",
            """
            Let the third party land in a zone of its own, a DMZ with a relay or a file gateway, and let only that host
            speak to the data, over approved flows.""",
            List.of(
                    "NIST SP 800-53r5 SC-7",
                    "NIST SP 800-53r5 SC-7(21)",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.22",
                    "PCI DSS 4.0.1 1.4.4",
                    "CIS Controls v8.1 3.12",
                    "CIS Controls v8.1 12.2"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        boolean clean = Boolean.FALSE.equals(at.landing().holdsCriticalData());
        return at.fromThirdParty() && !clean ? Stream.of(finding(at, at.landing())) : Stream.empty();
    }

    private Finding finding(LinkSituation at, Zone zone) {
        String why = zone.holdsCriticalData() == null
                ? ", and since nobody has said whether critical data is held there, it counts as yes."
                : ", which holds critical data.";
        return findings.on(
                at,
                Severity.HIGH,
                "",
                at.otherSide() + " lands directly in the zone " + zone.name() + why,
                Evidence.of("zone", zone.key()).and("holdsCriticalData", zone.holdsCriticalData()));
    }
}
