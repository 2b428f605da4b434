package dev.sekisho.risk.rule.monitoring;

import dev.sekisho.risk.rule.Rule;
import java.util.List;

/** What is watched. */
public final class MonitoringRules {
    private MonitoringRules() {}

    public static List<Rule> all() {
        return List.of(
                new LandingUnmonitored(), new LogRetentionShort(), new LinkNotLogged(), new NoRoundTheClockAlerting());
    }
}
