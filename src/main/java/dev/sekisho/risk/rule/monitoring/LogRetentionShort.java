package dev.sekisho.risk.rule.monitoring;

import dev.sekisho.risk.estate.Severity;
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

/** MON-02: the logs of the link are gone before an intrusion is usually found. */
final class LogRetentionShort implements FindingRule.OnLink {
    private static final int HALF_YEAR = 180;
    private static final int YEAR = 365;

    private static final RuleReference REFERENCE = new RuleReference(
            "MON-02",
            "LOG_RETENTION_SHORT",
            "Logs kept too short",
            "High below 180 days or when unknown; Medium below 365 days.",
            """
            Intrusions through suppliers are found late, and what is no longer logged can neither be scoped nor be
            reported. The intruders at SolarWinds were inside from September 2019 and found in December 2020; customers
            with a month of logs could not tell whether they were hit.""",
            """
            Keep the logs of the link for a year, three months of them at hand, out of reach of those who administer
            the hosts.""",
            List.of(
                    "NIST SP 800-53r5 AU-11",
                    "NIST CSF 2.0 PR.PS-04",
                    "ISO/IEC 27001:2022 A.5.28",
                    "ISO/IEC 27001:2022 A.8.15",
                    "PCI DSS 4.0.1 10.5.1",
                    "CIS Controls v8.1 8.10"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(LinkSituation at, String cause) {
        return Scopes.of(at)
                .and("days of logs missing:", YEAR - at.link().monitoring().retention());
    }

    @Override
    public Stream<Finding> judge(LinkSituation at) {
        return at.link().monitoring().retention() < YEAR ? Stream.of(finding(at)) : Stream.empty();
    }

    private Finding finding(LinkSituation at) {
        Integer stated = at.link().monitoring().logRetentionDays();
        String kept =
                stated == null ? " for a time nobody has stated, which counts as 0 days" : " for " + stated + " days";
        return findings.on(
                at,
                at.link().monitoring().retention() < HALF_YEAR ? Severity.HIGH : Severity.MEDIUM,
                "",
                "The logs of the link between " + at.sides() + " are kept" + kept + "; " + YEAR + " days are needed.",
                Evidence.of("logRetentionDays", stated).and("needed", YEAR));
    }
}
