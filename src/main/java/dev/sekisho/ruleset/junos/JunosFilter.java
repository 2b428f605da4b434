package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.RuleCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a packet filter, or several that are asked one behind the other as if they were one: the first term that matches
 * decides, and what none matches is discarded.
 */
final class JunosFilter {

    private static final List<String> DENY = List.of("discard", "reject");

    /** Where packets go on to that are let pass, but not on their usual way. */
    private static final Set<String> ELSEWHERE =
            Set.of("routing-instance", "logical-system", "next-ip", "next-ip6", "next-interface", "topology", "filter");

    private final JunosSystem system;
    private final RuleCollector rules;

    JunosFilter(JunosSystem system, RuleCollector rules) {
        this.system = system;
        this.rules = rules;
    }

    void write(List<JunosNode> filters, DeclaredFamily family) {
        var match = new JunosTermMatch(system, family);
        for (var filter : filters) {
            system.askFilter(filter);
            for (var term : filter.at("term").children()) {
                write(filter, term, match);
            }
        }
        rules.imply(Action.DENY, family.match(), 0, "what no term matches");
    }

    private void write(JunosNode filter, JunosNode term, JunosTermMatch match) {
        var then = term.at("then");
        // what is established is no new connection
        if (then.has("next") || term.at("from").has("tcp-established")) {
            return;
        }
        var denies = DENY.stream().anyMatch(then::has);
        var doubts = new ArrayList<String>();
        if (term.has("filter")) {
            doubts.add("another filter decides");
        } else if (!denies && then.names().stream().anyMatch(ELSEWHERE::contains)) {
            doubts.add("packets go on elsewhere");
        }
        for (var part : match.of(term.at("from"))) {
            var all = new ArrayList<>(doubts);
            all.addAll(part.doubts());
            rules.add(
                    denies ? Action.DENY : Action.PERMIT,
                    part.match().and(match.family().match()),
                    all,
                    term.line(),
                    "filter " + filter.name() + " term " + term.name());
        }
    }

    /** Whether one of its terms takes packets out of the hands of policies. */
    static boolean passesPolicies(JunosNode filter) {
        return filter.at("term").children().stream()
                .anyMatch(term -> term.at("then").has("packet-mode"));
    }

    static boolean names(JunosNode filter, String side) {
        return filter.at("term").children().stream().anyMatch(term -> JunosTermMatch.names(term.at("from"), side));
    }
}
