package dev.sekisho.connection;

import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.Flow;
import dev.sekisho.risk.traffic.Iptables;
import dev.sekisho.risk.traffic.MinimalRules;
import dev.sekisho.risk.traffic.RuleSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The least that still permits what is approved. */
@Schema(
        name = "MinimalRuleSet",
        description =
                "The least that still permits what is approved, in neutral form, as iptables for IPv4 and as ip6tables for IPv6.")
record MinimalView(Action defaultAction, List<RuleView> rules, String iptables, String ip6tables) {

    static MinimalView of(RuleSet now, List<Flow> approved) {
        RuleSet least = MinimalRules.of(now, approved);
        return new MinimalView(
                least.defaultAction(),
                least.rules().stream().map(RuleView::of).toList(),
                Iptables.four(least, "FORWARD"),
                Iptables.six(least, "FORWARD"));
    }
}
