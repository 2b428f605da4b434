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

    LinkTerms terms();

    Filtering filtering();

    LinkState state();

    /** Key of the third party that comes in over it; absent between two zones of ours. */
    default @Nullable String thirdParty() {
        return null;
    }

    default Transport transport() {
        return terms().transport();
    }

    default Access access() {
        return terms().access();
    }

    default Authentication authentication() {
        return terms().authentication();
    }

    default Egress egress() {
        return terms().egress();
    }

    default Monitoring monitoring() {
        return terms().monitoring();
    }

    default List<ApprovedFlow> approvedFlows() {
        return terms().approvedFlows();
    }

    default Firewall firewall() {
        return filtering().firewall();
    }

    /** The rules the firewall enforces, in neutral form; absent when nobody gave them. */
    default @Nullable RuleSet ruleSet() {
        return filtering().ruleSet();
    }

    /** The rules somebody approved, which those enforced are held against; absent when nobody approved any. */
    default @Nullable RuleSet approvedRuleSet() {
        return filtering().approvedRuleSet();
    }
}
