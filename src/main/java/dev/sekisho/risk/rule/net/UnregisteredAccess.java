package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.traffic.rule.UnregisteredSources;
import java.util.List;
import java.util.stream.Stream;

/** NET-11: rules let in sources that nobody registered, or a third party runs a host and nobody registered how. */
final class UnregisteredAccess implements FindingRule.OnLink, FindingRule.OnAsset {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-11",
            "UNREGISTERED_ACCESS",
            "Access that nobody registered",
            "High, once a rule set and once a host that is run by a third party of whom no connection is registered.",
            """
            A rule permits a range that no connection point behind the same rules and none of our own zones is
            registered with: the partner moved or is translated, the register is stale, or somebody comes in whom nobody
            knows. Until that is known, what the rule permits counts as if the third party of every link behind these
            rules came from there, since a firewall looks at addresses and not at registers. A rule for any source is
            public, counts as it is and is no finding of this rule. Who runs a host comes to it somehow, too. A connection
            point that is cut is registered, one that is retired registers nothing any more.""",
            """
            Find out who uses the range. Add it to the source addresses of the connection point it belongs to, register
            the connection that is missing, or take the rule out. Ask who runs a host how they come to it, and register that
            as a connection point.""",
            List.of(
                    "NIST SP 800-53r5 AC-17",
                    "NIST SP 800-53r5 CA-3",
                    "NIST SP 800-53r5 CM-8",
                    "NIST SP 800-53r5 SC-7(5)",
                    "NIST CSF 2.0 ID.AM-03",
                    "ISO/IEC 27001:2022 A.5.9",
                    "ISO/IEC 27001:2022 A.8.20",
                    "PCI DSS 4.0.1 1.2.5",
                    "CIS Controls v8.1 12.4"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return at.traffic()
                .map(traffic ->
                        AcceptanceScope.BARE.and("let in", traffic.question().unregistered()))
                .orElse(AcceptanceScope.BARE);
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return at.tellsFor().isEmpty()
                ? Stream.empty()
                : at
                        .traffic()
                        .filter(traffic -> !traffic.unregistered().isEmpty())
                        .map(traffic -> finding(at, traffic.unregistered()))
                        .stream();
    }

    @Override
    public AcceptanceScope scope(AssetSituation at, String cause) {
        return AcceptanceScope.BARE
                .and("host in zone " + at.asset().zone())
                .and("run by " + at.asset().managedBy());
    }

    @Override
    public Stream<Finding> judge(AssetSituation at) {
        String manager = at.asset().managedBy();
        ThirdParty runs = manager == null ? null : at.estate().thirdParties().get(manager);
        return runs == null || !at.unregistered()
                ? Stream.empty()
                : Stream.of(findings.on(
                        at,
                        Severity.HIGH,
                        runs.name() + " runs the host " + at.asset().name()
                                + ", and no connection point says how they come to it.",
                        Evidence.of("managedBy", manager)));
    }

    private Finding finding(LinkSituation at, List<UnregisteredSources> accesses) {
        UnregisteredSources first = accesses.get(0);
        return findings.on(
                at,
                Severity.HIGH,
                "",
                "The firewall between " + at.sides() + " lets in " + Crown.listed(ranges(accesses))
                        + ", which nobody registered: " + first.witness().packetInWords() + "." + at.addressing(),
                Evidence.none()
                        .andWitness(first.witness())
                        .andUnregistered(accesses)
                        .and("count", accesses.size())
                        .andAll("links", at.tellsFor().stream().map(Link::key).toList()));
    }

    private static List<String> ranges(List<UnregisteredSources> accesses) {
        return accesses.stream().map(access -> access.sources().toString()).toList();
    }
}
