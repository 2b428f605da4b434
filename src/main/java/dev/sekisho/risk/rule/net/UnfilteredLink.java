package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.path.Target;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Crown;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** NET-01: no firewall stands on the link, by our own record. */
final class UnfilteredLink implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-01",
            "UNFILTERED_LINK",
            "Link without a firewall",
            "High; Critical where a target of criticality 80 or more is at most one break away.",
            """
            Without a firewall every host of one side can try every service of the other, so whoever breaks into the
            third party is inside our network the same day. At Mitsubishi Power in 2020 no firewall stood between the
            server run by the managed service provider and the company network; one unpublished flaw in the provider's
            software was enough, and no vulnerability feed could have warned of it. The link is wrong with no
            vulnerability known at all.""",
            """
            Put a firewall on the link that denies by default and permits only the approved flows, load its rule set
            here, and have it inspected. Until then cut the link or route it through a filtered one.""",
            List.of(
                    "NIST SP 800-53r5 AC-4",
                    "NIST SP 800-53r5 SC-7",
                    "NIST CSF 2.0 PR.IR-01",
                    "ISO/IEC 27001:2022 A.8.20",
                    "ISO/IEC 27001:2022 A.8.22",
                    "PCI DSS 4.0.1 1.4.1",
                    "CIS Controls v8.1 13.4",
                    "NIS2 Art. 21(2)(d)",
                    "IEC 62443-3-3 SR 5.1",
                    "IEC 62443-3-3 SR 5.2"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return Scopes.of(at, at.crowns());
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        FilterState state = at.link().firewall().state();
        return state == FilterState.NONE || state == FilterState.PLANNED
                ? Stream.of(finding(at, state))
                : Stream.empty();
    }

    private Finding finding(LinkSituation at, FilterState state) {
        Optional<Target> crown = at.nearestCrown();
        return findings.on(
                at,
                crown.isPresent() ? Severity.CRITICAL : Severity.HIGH,
                "",
                (state == FilterState.PLANNED ? "A firewall is planned, and none stands" : "No firewall stands")
                        + " between " + at.sides() + ": every service there can be tried from the other side"
                        + crown.map(Crown::words).orElse("") + ".",
                crown.map(Crown::evidence).orElseGet(Evidence::none).and("filter", state));
    }
}
