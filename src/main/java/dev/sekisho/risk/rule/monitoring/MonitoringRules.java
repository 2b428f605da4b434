package dev.sekisho.risk.rule.monitoring;

import dev.sekisho.risk.rule.FindingRule;
import java.util.List;

/** What is watched. */
public final class MonitoringRules {
    private MonitoringRules() {}

    public static List<FindingRule> all() {
        return List.of(
                new LandingUnmonitored(), new LogRetentionShort(), new LinkNotLogged(), new NoRoundTheClockAlerting());
    }
}
