package dev.sekisho.risk.rule.governance;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.estate.time.Days;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ThirdPartySituation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** GOV-03: nobody has looked at the third party's security for a year. */
final class AssessmentOverdue implements FindingRule.OnThirdParty {
    private static final int YEAR = 365;

    private static final RuleReference REFERENCE = new RuleReference(
            "GOV-03",
            "ASSESSMENT_OVERDUE",
            "Assessment of the third party overdue",
            "Medium from 365 days after the last assessment; High when there never was one.",
            """
            A third party changes its people, its owners and its suppliers without telling us, and an assessment made at
            the start of the relation says little of today. The contractor through whom Target was entered in 2013 is
            a reminder that the smallest supplier with a login is worth a look.""",
            """
            Assess the third party, by questionnaire, audit or certificate in proportion to what it can reach, and
            record the date.""",
            List.of(
                    "NIST SP 800-53r5 RA-3(1)",
                    "NIST SP 800-53r5 SR-6",
                    "NIST CSF 2.0 GV.SC-07",
                    "ISO/IEC 27001:2022 A.5.19",
                    "ISO/IEC 27001:2022 A.5.22",
                    "PCI DSS 4.0.1 12.8.4",
                    "CIS Controls v8.1 15.5",
                    "CIS Controls v8.1 15.6",
                    "NIS2 Art. 21(3)",
                    "DORA Art. 28"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        if (at.thirdParty().state() == ThirdPartyState.OFFBOARDED) {
            return Stream.empty();
        }
        LocalDate assessed = at.thirdParty().assessedOn();
        return assessed == null ? Stream.of(never(at)) : overdue(at, assessed);
    }

    private Finding never(ThirdPartySituation at) {
        return findings.on(
                at,
                Severity.HIGH,
                "",
                "The security of " + at.thirdParty().name() + " has never been assessed.",
                Evidence.of("assessedOn", "never"));
    }

    private Stream<Finding> overdue(ThirdPartySituation at, LocalDate assessed) {
        long days = Days.since(assessed, at.today());
        if (days < YEAR) {
            return Stream.empty();
        }
        return Stream.of(findings.on(
                at,
                Severity.MEDIUM,
                "",
                "The security of " + at.thirdParty().name() + " was last assessed on " + assessed
                        + "; an assessment is due every year.",
                Evidence.of("assessedOn", assessed).and("days", days)));
    }
}
