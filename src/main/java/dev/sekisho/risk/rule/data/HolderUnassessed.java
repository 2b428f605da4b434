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

/** DATA-03: nobody has looked for a year at the security of who holds data of ours. */
final class HolderUnassessed implements FindingRule.OnDataHolding {
    private static final int YEAR = 365;

    private static final RuleReference REFERENCE = new RuleReference(
            "DATA-03",
            "HOLDER_UNASSESSED",
            "Holder of our data not assessed",
            "Medium from 365 days after the last assessment of the third party, or when there never was one.",
            """
            Whoever breaks in at the third party has what it holds without ever coming near our network, so its security
            is the only one there is. It is asked for each holding, also of a third party whose relation has ended: what
            it has not provably deleted, it still holds.""",
            """
            Assess the third party with regard to what it holds and record the date, or have it deleted and record the
            date of the proof.""",
            List.of(
                    "NIST SP 800-53r5 SA-9",
                    "NIST SP 800-53r5 SR-6",
                    "NIST CSF 2.0 GV.SC-07",
                    "ISO/IEC 27001:2022 A.5.19",
                    "ISO/IEC 27001:2022 A.5.22",
                    "ISO/IEC 27001:2022 A.5.23",
                    "PCI DSS 4.0.1 12.8.4",
                    "CIS Controls v8.1 15.5",
                    "NIS2 Art. 21(3)",
                    "DORA Art. 28"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(DataHoldingSituation at) {
        LocalDate assessed = at.holder().assessedOn();
        if (at.isDeleted() || assessed != null && at.daysSince(assessed) < YEAR) {
            return Stream.empty();
        }
        String when = assessed == null ? "has never been assessed." : "was last assessed on " + assessed + ".";
        return Stream.of(findings.on(
                at,
                Severity.MEDIUM,
                at.holder().name() + " holds " + at.holding().name() + " for us, and its security " + when,
                Evidence.of("assessedOn", assessed == null ? "never" : assessed)));
    }
}
