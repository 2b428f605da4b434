package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.Treatment;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.score.Flaw;
import java.util.List;
import java.util.stream.Stream;

/** SW-07: nobody has looked whether the exploited flaw was already used here. */
final class TriageDue implements FindingRule.OnInstallation {
    private static final RuleReference REFERENCE = new RuleReference(
            "SW-07",
            "TRIAGE_DUE",
            "Forensic triage due",
            "High.",
            """
            A patch closes the door and leaves in whoever came through it before. After ProxyLogon in March 2021 patched
            Exchange servers still held the web shells planted earlier. So where an exposed flaw is exploited and gives
            total control, the deadline table asks for a look at the host as well as for the patch; stopping the
            software does not answer that question either.""",
            """
            Collect memory, logs and file changes of the host since the flaw became known, look for the published
            indicators, and record the day of the triage with the installation.""",
            List.of(
                    "NIST SP 800-53r5 IR-4",
                    "NIST SP 800-53r5 SI-4",
                    "NIST CSF 2.0 DE.AE-02",
                    "NIST CSF 2.0 RS.AN-03",
                    "ISO/IEC 27001:2022 A.5.25",
                    "ISO/IEC 27001:2022 A.5.28",
                    "CISA BOD 26-04"));

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
        return at.flaws().stream()
                .filter(flaw -> flaw.match().verdict().live() && flaw.deadline().triage())
                .filter(flaw -> !triaged(at, flaw))
                .map(flaw -> findings.on(
                        at,
                        Severity.HIGH,
                        flaw.advisory().key(),
                        at.software() + " was open to " + flaw.advisory().key()
                                + ", and nobody has recorded a look for traces of an intrusion.",
                        Evidence.of(flaw).and("deadlineRow", flaw.deadline().row())));
    }

    private static boolean triaged(InstallationSituation at, Flaw flaw) {
        return at.installation()
                .treatmentOf(flaw.advisory())
                .map(Treatment::triagedOn)
                .isPresent();
    }
}
