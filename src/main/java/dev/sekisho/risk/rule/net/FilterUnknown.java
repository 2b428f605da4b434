package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import java.util.List;
import java.util.stream.Stream;

/** NET-02: whether a firewall stands on the link is not known, or no longer. */
final class FilterUnknown implements FindingRule.OnLink {
    private static final RuleReference REFERENCE = new RuleReference(
            "NET-02",
            "FILTER_UNKNOWN",
            "Firewall of a link not known",
            "High; scored as if there were no firewall.",
            """
            A firewall that nobody has looked at is a hope, and a link nobody asked about is the one intruders find
            first. Networks change under old statements: the unfiltered link of the Mitsubishi Power incident of 2020
            was found only by the check of every partner connection that followed. What is unknown therefore counts as
            absent, and evidence that has grown old counts as unknown.""",
            """
            Look at the link, record the state of its firewall with the date and the evidence, and set the day of the
            next inspection. An export of the running rule set is the best evidence.""",
            List.of(
                    "NIST SP 800-53r5 CA-3",
                    "NIST SP 800-53r5 CA-7",
                    "NIST SP 800-53r5 SC-7",
                    "NIST CSF 2.0 ID.AM-03",
                    "ISO/IEC 27001:2022 A.8.20",
                    "ISO/IEC 27001:2022 A.8.21",
                    "PCI DSS 4.0.1 1.2.3",
                    "CIS Controls v8.1 12.4",
                    "DORA Art. 8"));

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
        Firewall firewall = at.link().firewall();
        boolean unknown = at.posture().filter() == FilterState.UNKNOWN && firewall.state() != FilterState.NONE;
        return unknown ? Stream.of(finding(at, firewall)) : Stream.empty();
    }

    private Finding finding(LinkSituation at, Firewall firewall) {
        return findings.on(
                at,
                Severity.HIGH,
                "",
                "Whether a firewall stands between " + at.sides() + " is unknown and counts as no: " + why(firewall)
                        + ".",
                Evidence.of("stated", firewall.state())
                        .and("inspectedOn", firewall.inspectedOn())
                        .and("inspectionDueOn", firewall.inspectionDueOn()));
    }

    private static String why(Firewall firewall) {
        if (firewall.state() == FilterState.UNKNOWN) {
            return "nobody has stated it";
        }
        String stated = "it is stated as " + firewall.state();
        return firewall.inspectedOn() == null
                ? stated + " without a dated inspection or rules stored in the last two years"
                : stated + ", but the inspection of " + firewall.inspectedOn() + " does not count on this day";
    }
}
