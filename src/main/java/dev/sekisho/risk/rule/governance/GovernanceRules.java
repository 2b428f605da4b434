package dev.sekisho.risk.rule.governance;

import dev.sekisho.risk.rule.FindingRule;
import java.util.List;

/** What is agreed, owned and classified. */
public final class GovernanceRules {
    private GovernanceRules() {}

    public static List<FindingRule> all() {
        return List.of(
                new AgreementMissingOrExpired(),
                new ClauseMissing(),
                new AssessmentOverdue(),
                new OwnerMissing(),
                new OffboardedButConnected(),
                new Concentration(),
                new SubcontractorUnknown(),
                new ClaimContradicted(),
                new Unclassified());
    }
}
