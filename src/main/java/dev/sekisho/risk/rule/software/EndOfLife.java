package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.RuleReference;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** SW-05: the version in use is no longer supported, or soon will not be. */
final class EndOfLife implements FindingRule.OnInstallation {
    private static final int AHEAD = 365;

    private static final RuleReference REFERENCE = new RuleReference(
            "SW-05",
            "END_OF_LIFE",
            "Version out of support",
            "High once support has ended; Medium within the last 365 days of it.",
            """
            Nobody mends the next flaw in a version that is out of support, and often nobody even says that it has one.
            WannaCry spread in May 2017 through Windows XP and Server 2003 years after their last fix. Replacing
            software takes longer than patching it, so the end has to be seen a year ahead.""",
            """
            Plan the move to a supported version before the day, or buy extended support. Where it has to stay, isolate
            it from third parties and the internet.""",
            List.of(
                    "NIST SP 800-53r5 SA-22",
                    "NIST SP 800-53r5 SI-2",
                    "NIST CSF 2.0 ID.AM-08",
                    "NIST CSF 2.0 PR.PS-02",
                    "ISO/IEC 27001:2022 A.8.8",
                    "PCI DSS 4.0.1 12.3.4",
                    "CIS Controls v8.1 2.2",
                    "NIS2 Art. 21(2)(e)"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(InstallationSituation at) {
        LocalDate end = at.installation().endOfLife();
        boolean near = end != null && !end.isAfter(at.today().plusDays(AHEAD));
        if (end == null || !near || !at.installation().useState().live()) {
            return Stream.empty();
        }
        boolean over = end.isBefore(at.today());
        String when = end.equals(LocalDate.EPOCH) ? "has ended" : (over ? "ended on " : "ends on ") + end;
        return Stream.of(findings.on(
                at,
                over ? Severity.HIGH : Severity.MEDIUM,
                "",
                "Support of " + at.software() + " " + when + ".",
                Evidence.of("version", at.installation().version()).and("endOfLife", end)));
    }
}
