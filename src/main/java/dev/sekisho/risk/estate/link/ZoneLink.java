package dev.sekisho.risk.estate.link;

import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way from one of our zones into another.
 *
 * @param from key of the zone it starts in
 * @param zone key of the zone it leads into
 */
public record ZoneLink(
        String key,
        String name,
        String from,
        String zone,
        Transport transport,
        Access access,
        Authentication authentication,
        Egress egress,
        Monitoring monitoring,
        List<ApprovedFlow> approvedFlows,
        Firewall firewall,
        @Nullable RuleSet ruleSet,
        @Nullable RuleSet approvedRuleSet,
        LinkState state)
        implements Link {

    public ZoneLink {
        approvedFlows = List.copyOf(approvedFlows);
        if (from.equals(zone)) {
            throw new IllegalArgumentException("a zone link leads from " + from + " into itself");
        }
    }

    /** One whose rules nobody approved. */
    public ZoneLink(
            String key,
            String name,
            String from,
            String zone,
            Transport transport,
            Access access,
            Authentication authentication,
            Egress egress,
            Monitoring monitoring,
            List<ApprovedFlow> approvedFlows,
            Firewall firewall,
            @Nullable RuleSet ruleSet,
            LinkState state) {
        this(
                key,
                name,
                from,
                zone,
                transport,
                access,
                authentication,
                egress,
                monitoring,
                approvedFlows,
                firewall,
                ruleSet,
                null,
                state);
    }
}
