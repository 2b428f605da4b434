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
import dev.sekisho.risk.score.Reach;
import java.util.List;
import java.util.stream.Stream;

/** SW-03: software with a flaw that nobody can mend is in use and can be reached. */
final class NoFixInUse implements FindingRule.OnInstallation {
    private static final RuleReference REFERENCE = new RuleReference(
            "SW-03",
            "NO_FIX_IN_USE",
            "Vulnerable software without a fix in use",
            "Critical when reachable by a third party or from the internet; otherwise High. Isolated software is exempt.",
            """
            Where there is no fix, waiting is a decision for the intruder. Mitsubishi Power was entered in 2020 through
            a flaw the supplier had no patch for; in January 2024 Ivanti Connect Secure was exploited for three weeks
            before the first patch. Within a day somebody has to choose: stop it, isolate it, or accept it for two weeks
            at most.""",
            """
            Stop the software and have the stop verified, or cut every link that reaches it until the supplier delivers
            a fix.""",
            List.of(
                    "NIST SP 800-53r5 RA-5",
                    "NIST SP 800-53r5 SI-2",
                    "NIST SP 800-53r5 SC-7(21)",
                    "NIST CSF 2.0 ID.RA-06",
                    "ISO/IEC 27001:2022 A.8.8",
                    "CIS Controls v8.1 7.2",
                    "NIS2 Art. 21(2)(e)",
                    "NIS2 Art. 21(3)"));

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
                .filter(flaw -> flaw.noFix() && flaw.reach() != Reach.ISOLATED)
                .map(flaw -> findings.on(
                        at,
                        flaw.reach() == Reach.THIRD_PARTY ? Severity.CRITICAL : Severity.HIGH,
                        flaw.advisory().key(),
                        at.has(flaw) + " and can be reached "
                                + (flaw.reach() == Reach.THIRD_PARTY
                                        ? "by a third party or from the internet: "
                                        : "from inside: ")
                                + Remedy.of(flaw) + ".",
                        Evidence.of(flaw)));
    }
}
