package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.AnalystWord;
import dev.sekisho.risk.estate.software.EarlierVersion;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Treatment;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.estate.software.VexState;
import dev.sekisho.risk.estate.time.Days;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.Scopes;
import dev.sekisho.risk.score.Flaw;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
            software does not answer that question either. The catalogue of exploited vulnerabilities can demand the
            same by its own mark. So it stays due after the patch, until a triage is recorded.""",
            """
            Collect memory, logs and file changes of the host since the flaw became known, look for the published
            indicators, and record the day of the triage with the installation. GET /assessment/model says which steps
            are advised within how many hours. Do not let a patch wait beyond its deadline for them.""",
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
                .filter(flaw -> flaw.deadline().triage() && !triaged(at, flaw))
                .flatMap(flaw -> openBy(flaw).map(version -> finding(at, flaw, version)).stream());
    }

    private Finding finding(InstallationSituation at, Flaw flaw, String opening) {
        EarlierVersion replaced = flaw.match().before();
        Evidence evidence = Evidence.of(flaw)
                .and("deadlineRow", flaw.deadline().row())
                .andAll("demandedBy", flaw.deadline().triageBy());
        return findings.on(
                at,
                Severity.HIGH,
                flaw.advisory().key(),
                at.software() + opening + " open to " + flaw.advisory().key()
                        + ", and nobody has recorded a look for traces of an intrusion.",
                flaw.match().live() || replaced == null
                        ? evidence
                        : evidence.and("affectedVersion", replaced.version())
                                .and("affectedUntil", replaced.until())
                                .and("volatileEvidence", "may be gone with the version that was replaced"));
    }

    /** How what is there was open, for a sentence; empty where it was not since the flaw is known or used. */
    private static Optional<String> openBy(Flaw flaw) {
        if (flaw.match().live()) {
            return Optional.of(" was");
        }
        AnalystWord fixed = fixedBy(flaw.match());
        if (fixed != null) {
            return Optional.of(" is fixed, as " + fixed.author() + " says, but was");
        }
        return Optional.ofNullable(flaw.match().before())
                .filter(before -> !replacedBefore(before, flaw.advisory()))
                .map(before -> (flaw.match().possible() ? " may be mended, but until " : " is patched, but until ")
                        + before.until() + " its "
                        + (before.version() == null ? "unknown version" : "version " + before.version()) + " was");
    }

    /** Who says that what a source calls affected is fixed: that shuts the door, too, and leaves in whoever came before. */
    private static @Nullable AnalystWord fixedBy(Match match) {
        AnalystWord word = match.analysts().counting();
        Verdict sources = match.analysts().sources();
        return word != null && word.state() == VexState.FIXED && sources != null && sources.live() ? word : null;
    }

    /** Whether the version was gone before anybody is known to have known of the flaw. */
    private static boolean replacedBefore(EarlierVersion version, Advisory advisory) {
        Exploitation exploited = advisory.exploited();
        LocalDate known = advisory.knownOn();
        LocalDate used = exploited == null ? null : exploited.date();
        return known != null
                && version.until().isBefore(known)
                && (used == null || version.until().isBefore(used));
    }

    private static boolean triaged(InstallationSituation at, Flaw flaw) {
        return at.installation()
                .treatmentOf(flaw.advisory())
                .map(Treatment::triagedOn)
                .filter(day -> Days.hasBegun(day, at.today()))
                .isPresent();
    }
}
