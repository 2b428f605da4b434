package dev.sekisho.risk.rule.governance;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.ThirdPartyState;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.rule.Findings;
import dev.sekisho.risk.rule.RuleReference;
import dev.sekisho.risk.rule.ThirdPartySituation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** GOV-02: the agreement lacks a clause that a connected third party needs. */
final class ClauseMissing implements FindingRule.OnThirdParty {
    private static final RuleReference REFERENCE = new RuleReference(
            "GOV-02",
            "CLAUSE_MISSING",
            "Required clause missing",
            "Medium for each clause; High where the duty to notify us of incidents is missing.",
            """
            What is not in the contract does not happen on the day it is needed. Okta's customers learned in March 2022
            of an intrusion at its support provider in January. The duty to notify comes first, since every hour before
            it is one in which the intruder may use our link; audit, access, subcontracting and exit follow.""",
            """
            Amend the agreement with the missing clause, for notification with a stated number of hours and a contact
            that answers at night.""",
            List.of(
                    "NIST SP 800-53r5 SA-4",
                    "NIST SP 800-53r5 SR-8",
                    "NIST CSF 2.0 GV.SC-05",
                    "ISO/IEC 27001:2022 A.5.20",
                    "PCI DSS 4.0.1 12.8.2",
                    "CIS Controls v8.1 15.4",
                    "NIS2 Art. 21(2)(d)",
                    "DORA Art. 30"));

    private final Findings findings = new Findings(REFERENCE);

    @Override
    public RuleReference reference() {
        return REFERENCE;
    }

    /** No agreement at all is GOV-01, which would only be repeated clause by clause. */
    @Override
    public Stream<Finding> judge(ThirdPartySituation at) {
        Agreement agreement = at.thirdParty().agreement();
        if (agreement == null || at.thirdParty().state() == ThirdPartyState.OFFBOARDED) {
            return Stream.empty();
        }
        return Stream.of(Clause.values())
                .filter(clause -> !agreement.clauses().contains(clause))
                .map(clause -> finding(at, clause));
    }

    private Finding finding(ThirdPartySituation at, Clause clause) {
        String words = clause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return findings.on(
                at,
                clause == Clause.INCIDENT_NOTIFICATION ? Severity.HIGH : Severity.MEDIUM,
                clause.name(),
                "The agreement with " + at.thirdParty().name() + " has no clause on " + words + ".",
                Evidence.of("clause", clause));
    }
}
