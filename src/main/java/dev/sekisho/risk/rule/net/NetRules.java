package dev.sekisho.risk.rule.net;

import dev.sekisho.risk.rule.FindingRule;
import java.util.List;

/** What firewalls and networks let through. */
public final class NetRules {
    private NetRules() {}

    public static List<FindingRule> all() {
        return List.of(
                new UnfilteredLink(),
                new FilterUnknown(),
                new NominalFilter(),
                new OverPermissive(),
                new RiskyServicePermitted(),
                new UnapprovedFlow(),
                new RuleReviewOverdue(),
                new RuleAnomaly(),
                new SegmentationTestOverdue(),
                new ConfigDrift(),
                new DirectToDatastore(),
                new UnregisteredAccess(),
                new EgressUncontrolled(),
                new EdgeDeviceEndOfSupport(),
                new TransitiveExchange());
    }
}
