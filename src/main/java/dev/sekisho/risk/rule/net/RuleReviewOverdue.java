package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.time.Days;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.LinkSituation;
import dev.sekisho.risk.rule.RuleReference;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** NET-07: the firewall rules of the link were not reviewed for half a year. */
final class RuleReviewOverdue implements FindingRule.OnLink {
    private static final int HALF_YEAR = 183;
    private static final int YEAR = 2 * HALF_YEAR;

    private static final RuleReference REFERENCE = new RuleReference(
            "NET-07",
            "RULE_REVIEW_OVERDUE",
            "Review of firewall rules overdue",
            "Medium from 183 days after the last review; High from 366 days or when there never was one.",
            """
            Rules are added for a project and nobody takes them out when it ends, so what a firewall permits only ever
            grows. A review every six months is what finds the rule of the vendor who left and the "temporary" any-any.
            PCI DSS asks for it in so many words.""",
            """
            Go through the rules with the owners of the approved flows, remove what nobody needs, and record the date
            of the review at the firewall of the link.""",
            List.of(
                    "NIST SP 800-53r5 CM-7(1)",
                    "NIST SP 800-53r5 SC-7(4)",
                    "NIST CSF 2.0 PR.PS-01",
                    "ISO/IEC 27001:2022 A.8.9",
                    "ISO/IEC 27001:2022 A.8.20",
                    "PCI DSS 4.0.1 1.2.7",
                    "CIS Controls v8.1 4.2"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        LocalDate reviewed = at.link().firewall().reviewedOn();
        if (reviewed == null) {
            return Stream.of(findings.on(
                    at,
                    Severity.HIGH,
                    "",
                    "The firewall rules between " + at.sides() + " have never been reviewed.",
                    Evidence.of("reviewedOn", "never")));
        }
        long days = Days.since(reviewed, at.today());
        return days < HALF_YEAR ? Stream.empty() : Stream.of(overdue(at, reviewed, days));
    }

    private Finding overdue(LinkSituation at, LocalDate reviewed, long days) {
        return findings.on(
                at,
                days < YEAR ? Severity.MEDIUM : Severity.HIGH,
                "",
                "The firewall rules between " + at.sides() + " were last reviewed on " + reviewed
                        + "; a review is due every " + HALF_YEAR + " days.",
                Evidence.of("reviewedOn", reviewed).and("days", days));
    }
}
