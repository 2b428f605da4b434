package dev.sekisho.risk.estate.link;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network point where a third party connects to us.
 *
 * @param asset key of the host it lands on, where it is one host
 * @param privileged administrator's rights behind it; unknown counts as yes
 * @param sources the third party's addresses; empty means any
 */
public record ConnectionPoint(
        String key,
        String name,
        String thirdParty,
        String zone,
        @Nullable String asset,
        Transport transport,
        Access access,
        Authentication authentication,
        @Nullable Boolean privileged,
        AddressSet sources,
        Egress egress,
        Monitoring monitoring,
        List<ApprovedFlow> approvedFlows,
        Firewall firewall,
        @Nullable RuleSet ruleSet,
        @Nullable RuleSet approvedRuleSet,
        LinkState state)
        implements Link {

    public ConnectionPoint {
        approvedFlows = List.copyOf(approvedFlows);
    }

    /** One whose rules nobody approved. */
    public ConnectionPoint(
            String key,
            String name,
            String thirdParty,
            String zone,
            @Nullable String asset,
            Transport transport,
            Access access,
            Authentication authentication,
            @Nullable Boolean privileged,
            AddressSet sources,
            Egress egress,
            Monitoring monitoring,
            List<ApprovedFlow> approvedFlows,
            Firewall firewall,
            @Nullable RuleSet ruleSet,
            LinkState state) {
        this(
                key,
                name,
                thirdParty,
                zone,
                asset,
                transport,
                access,
                authentication,
                privileged,
                sources,
                egress,
                monitoring,
                approvedFlows,
                firewall,
                ruleSet,
                null,
                state);
    }

    /** Whether administrator's rights must be assumed behind it. */
    public boolean grantsPrivilege() {
        return !Boolean.FALSE.equals(privileged);
    }
}
