package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.Remedy;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.score.Deadline;
import dev.sekisho.risk.score.Flaw;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** SW-02: a fix can be had and its deadline is past. */
final class PatchOverdue implements FindingRule.OnInstallation {
    private static final int DAYS_OF_CRITICAL = 3;
    private static final int DAYS_OF_HIGH = 14;

    private static final RuleReference REFERENCE = new RuleReference(
            "SW-02",
            "PATCH_OVERDUE",
            "Patch overdue",
            "By the line of the deadline table: Critical for 3 days, High for 14 days, Medium for 60 days.",
            """
            A published fix tells everyone where the flaw is, so from then on time works for the intruder. The fix for
            the hole WannaCry used in May 2017 had been out for two months; the one Equifax was entered by in the same
            year likewise. The deadline follows from whether the flaw is exploited, can be automated, gives total
            control, and is exposed to a third party or the internet.""",
            """
            Install the fixed version now. Where that has to wait, reduce who can reach the software, or set up a
            compensating control and have it verified.""",
            List.of(
                    "NIST SP 800-53r5 RA-5",
                    "NIST SP 800-53r5 SI-2",
                    "NIST CSF 2.0 PR.PS-02",
                    "ISO/IEC 27001:2022 A.8.8",
                    "PCI DSS 4.0.1 6.3.3",
                    "CIS Controls v8.1 7.2",
                    "CIS Controls v8.1 7.7",
                    "CISA BOD 26-04",
                    "NIS2 Art. 21(2)(e)"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(InstallationSituation at, String cause) {
        return Scopes.of(at, cause);
    }

    @Override
    public Stream<Finding> judge(InstallationSituation at) {
        return at.live()
                .filter(flaw -> !flaw.noFix() && flaw.deadline().overdue())
                .map(flaw -> findings.on(
                        at,
                        severity(flaw.deadline()),
                        flaw.advisory().key(),
                        at.has(flaw) + " past its deadline: " + Remedy.of(flaw) + ".",
                        evidence(flaw)));
    }

    /** A deadline of which the start or the end is not known counts as the strictest. */
    private static Severity severity(Deadline deadline) {
        LocalDate start = deadline.clockStart();
        LocalDate due = deadline.due();
        long days = start == null || due == null ? 0 : ChronoUnit.DAYS.between(start, due);
        if (days <= DAYS_OF_CRITICAL) {
            return Severity.CRITICAL;
        }
        return days <= DAYS_OF_HIGH ? Severity.HIGH : Severity.MEDIUM;
    }

    private static Evidence evidence(Flaw flaw) {
        return Evidence.of(flaw)
                .and("deadlineRow", flaw.deadline().row())
                .and("clockStart", flaw.deadline().clockStart())
                .and("fixAvailableOn", flaw.match().fixAvailableOn());
    }
}
