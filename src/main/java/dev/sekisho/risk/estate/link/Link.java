package dev.sekisho.risk.estate.link;

import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way in: from a third party into a zone, or from one zone into another. */
public sealed interface Link permits ConnectionPoint, ZoneLink {
    String key();

    String name();

    /** Key of the zone it leads into. */
    String zone();

    Firewall firewall();

    /** The rules the firewall enforces, in neutral form; absent when nobody gave them. */
    @Nullable
    RuleSet ruleSet();

    /** The rules somebody approved, which those enforced are held against; absent when nobody approved any. */
    @Nullable
    RuleSet approvedRuleSet();

    List<ApprovedFlow> approvedFlows();

    Transport transport();

    Access access();

    Authentication authentication();

    Egress egress();

    Monitoring monitoring();

    LinkState state();
}
