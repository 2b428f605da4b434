package dev.sekisho.risk.rule.software;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.InstallationSituation;
import dev.sekisho.risk.rule.RuleReference;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SW-04: software is said to be stopped and nobody has looked. */
final class StopNotVerified implements FindingRule.OnInstallation {
    private static final int DAYS_TO_VERIFY = 3;

    private static final RuleReference REFERENCE = new RuleReference(
            "SW-04",
            "STOP_NOT_VERIFIED",
            "Stop of software not verified",
            "High when not verified within 3 days, or when nobody knows since when it is stopped.",
            """
            "We do not use it any more" is how an open door is described by those who believe it shut. The remote access
            Colonial Pipeline was entered by in 2021 was not meant to be in use any longer, and it worked. A declared
            stop therefore takes no flaw away until somebody has seen that nothing listens and nothing starts again.""",
            """
            Look at the host: the service is gone from its listeners and its start-up, the agent does not call home.
            Then record the stop as verified, or the software as removed.""",
            List.of(
                    "NIST SP 800-53r5 CM-7",
                    "NIST SP 800-53r5 CM-8",
                    "NIST CSF 2.0 ID.AM-08",
                    "NIST CSF 2.0 PR.PS-02",
                    "ISO/IEC 27001:2022 A.8.9",
                    "CIS Controls v8.1 2.3",
                    "CIS Controls v8.1 4.8"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(InstallationSituation at) {
        Installation installation = at.installation();
        LocalDate since = installation.useStateSince();
        boolean late = since == null || ChronoUnit.DAYS.between(since, at.today()) > DAYS_TO_VERIFY;
        return installation.useState() == UseState.STOPPED_DECLARED && late
                ? Stream.of(finding(at, since))
                : Stream.empty();
    }

    private Finding finding(InstallationSituation at, @Nullable LocalDate since) {
        return findings.on(
                at,
                Severity.HIGH,
                "",
                at.software() + " is said to be stopped " + (since == null ? "since an unknown day" : "since " + since)
                        + ", but nobody has verified it, so its flaws still count.",
                Evidence.of("stoppedSince", since));
    }
}
