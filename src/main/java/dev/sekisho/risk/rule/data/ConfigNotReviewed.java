package dev.sekisho.risk.rule.data;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.DataHoldingSituation;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** DATA-01: nobody has looked for a year at who can get at what a third party holds. */
final class ConfigNotReviewed implements FindingRule.OnDataHolding {
    private static final int YEAR = 365;

    private static final RuleReference REFERENCE = new RuleReference(
            "DATA-01",
            "CONFIG_NOT_REVIEWED",
            "Access to data at a third party not reviewed",
            "High from 365 days after the last review, or when there never was one.",
            """
            What keeps data at a third party from the world is how somebody configured it, often long ago and in a hurry.
            Ten years of vehicle locations of Toyota's customers lay open in a cloud until 2023, because nobody had looked
            at that setting since. A scan of our own network finds nothing of it.""",
            """
            Look with the third party at who can reach the data, from where and by what login; close what nobody needs,
            and record the date of the review at the data holding.""",
            List.of(
                    "NIST SP 800-53r5 AC-3",
                    "NIST SP 800-53r5 CM-6",
                    "NIST SP 800-53r5 SA-9",
                    "NIST CSF 2.0 PR.AA-05",
                    "NIST CSF 2.0 GV.SC-07",
                    "ISO/IEC 27001:2022 A.5.23",
                    "ISO/IEC 27001:2022 A.8.9",
                    "PCI DSS 4.0.1 7.2.4",
                    "CIS Controls v8.1 3.3",
                    "CIS Controls v8.1 15.6"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(DataHoldingSituation at) {
        LocalDate reviewed = at.holding().safeguards().configurationReviewedOn();
        if (at.isDeleted() || reviewed != null && at.daysSince(reviewed) < YEAR) {
            return Stream.empty();
        }
        String when = reviewed == null
                ? "has never been reviewed."
                : "was last reviewed on " + reviewed + "; a review is due every year.";
        return Stream.of(findings.on(
                at,
                Severity.HIGH,
                "How access to " + at.place() + " is configured " + when,
                Evidence.of("configurationReviewedOn", reviewed == null ? "never" : reviewed)
                        .and("accessRestricted", at.holding().safeguards().accessRestricted())));
    }
}
