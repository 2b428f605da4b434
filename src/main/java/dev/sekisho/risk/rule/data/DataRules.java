package dev.sekisho.risk.rule.data;

import dev.sekisho.risk.rule.FindingRule;
import java.util.List;

/** What third parties hold for us, and how. */
public final class DataRules {
    private DataRules() {}

    public static List<FindingRule> all() {
        return List.of(new ConfigNotReviewed(), new Unencrypted(), new HolderUnassessed());
    }
}
