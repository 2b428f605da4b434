package dev.sekisho.risk.rule.path;

import dev.sekisho.risk.rule.FindingRule;
import java.util.List;

/** What can be reached. */
public final class PathRules {
    private PathRules() {}

    public static List<FindingRule> all() {
        return List.of(
                new CrownReachableNow(),
                new OneBreakFromCrown(),
                new CrossGroupPivot(),
                new TestEnvironmentBridge(),
                new CommonBreak(),
                new SupplyChannelToCrown());
    }
}
