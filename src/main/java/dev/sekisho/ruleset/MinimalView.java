package dev.sekisho.ruleset;

import dev.sekisho.risk.traffic.Iptables;
import dev.sekisho.risk.traffic.MinimalRules;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The least that still permits what is approved. */
@Schema(
        name = "MinimalRuleSet",
        description =
                "The least that still permits what is approved, in neutral form, as iptables for IPv4 and as ip6tables for IPv6.")
record MinimalView(
        @Schema(description = "What becomes of a packet that no rule matches.")
        Action defaultAction,

        @Schema(description = "The rules in neutral form, in their order.")
        List<RuleView> rules,

        @Schema(description = "The same for IPv4, as text that iptables-restore takes.")
        String iptables,

        @Schema(description = "The same for IPv6, as text that ip6tables-restore takes.")
        String ip6tables) {

    static MinimalView of(RuleSet now, List<Flow> approved) {
        RuleSet least = MinimalRules.of(now, approved);
        return new MinimalView(
                least.defaultAction(),
                least.rules().stream().map(RuleView::of).toList(),
                Iptables.four(least, "FORWARD"),
                Iptables.six(least, "FORWARD"));
    }
}
