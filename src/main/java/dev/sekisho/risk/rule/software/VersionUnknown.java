package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.Verdict;
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

/** SW-06: whether the software is affected cannot be decided. */
public final class VersionUnknown implements FindingRule.OnInstallation {
    private static final RuleReference REFERENCE = new RuleReference(
            "SW-06",
            "VERSION_UNKNOWN",
            "Version unknown or not decidable",
            "Medium; scored as affected.",
            """
            Software whose version nobody knows cannot be said to be safe, so it counts as affected by everything known
            of it. When Log4Shell appeared in December 2021 most of the work was to find out where which version ran.
            Sources that contradict each other are no better than none. What no source can decide, whatever is known of the
            installation, counts apart (SW-10).""",
            """
            Read the version off the running software, or import a bill of materials from its supplier. Where sources
            contradict each other, record the supplier's own statement (VEX).""",
            List.of(
                    "NIST SP 800-53r5 CM-8",
                    "NIST SP 800-53r5 RA-5",
                    "NIST CSF 2.0 ID.AM-02",
                    "ISO/IEC 27001:2022 A.5.9",
                    "ISO/IEC 27001:2022 A.8.8",
                    "PCI DSS 4.0.1 6.3.2",
                    "CIS Controls v8.1 2.1",
                    "IEC 62443-3-3 SR 7.8"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public AcceptanceScope scope(InstallationSituation at, String cause) {
        return Scopes.of(at)
                .andAll(
                        "undecided advisory",
                        at.live()
                                .filter(VersionUnknown::undecided)
                                .map(flaw -> flaw.advisory().key())
                                .toList());
    }

    @Override
    public Stream<Finding> judge(InstallationSituation at) {
        List<String> undecided = at.live()
                .filter(VersionUnknown::undecided)
                .map(flaw -> flaw.advisory().key())
                .sorted()
                .toList();
        // What is out of use for certain cannot hurt in any version.
        boolean unknown =
                at.installation().useState().live() && at.installation().version() == null;
        return unknown || !undecided.isEmpty() ? Stream.of(finding(at, unknown, undecided)) : Stream.empty();
    }

    private static boolean undecided(Flaw flaw) {
        Verdict verdict = flaw.match().verdict();
        return verdict == Verdict.UNKNOWN || verdict == Verdict.CONFLICT;
    }

    private Finding finding(InstallationSituation at, boolean unknown, List<String> undecided) {
        String why = unknown
                ? ", so every advisory that names versions of the product counts as if it were affected."
                : " cannot be judged against some advisories and counts as affected by them.";
        return findings.on(
                at,
                Severity.MEDIUM,
                "",
                at.software() + why,
                Evidence.of("version", at.installation().version()).andAll("undecided", undecided));
    }
}
