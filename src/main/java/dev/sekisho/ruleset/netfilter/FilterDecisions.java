package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes down what the chains of a filter permit and deny; a target that nobody knows may permit. */
final class FilterDecisions implements ChainWalk.ChainDecisions {

    private static final Set<String> DENIES = Set.of("DROP", "REJECT", "TARPIT", "STEAL");
    private static final Set<String> PASSES = Set.of(
            "LOG",
            "ULOG",
            "NFLOG",
            "MARK",
            "CONNMARK",
            "TCPMSS",
            "TOS",
            "DSCP",
            "CLASSIFY",
            "TRACE",
            "CT",
            "NOTRACK",
            "SET",
            "AUDIT",
            "SECMARK",
            "CONNSECMARK",
            "CHECKSUM",
            "TTL",
            "HL",
            "RATEEST",
            "IDLETIMER",
            "TEE",
            "ECN",
            "LED",
            "TCPOPTSTRIP",
            "HMARK",
            "XDPMARK",
            "ACCOUNT",
            "IPMARK");

    /** Such a packet goes past the later filters, or is another one to them. */
    private static final Set<String> DIVERTS = Set.of("TPROXY", "FWD", "REWRITE", "DNPT", "RAWDNAT");

    private final RuleCollector rules;
    private final List<Rule> diversions = new ArrayList<>();

    FilterDecisions(RuleCollector rules) {
        this.rules = rules;
    }

    @Override
    public boolean passes(String verdict) {
        return PASSES.contains(verdict);
    }

    @Override
    public void decide(ChainRule rule, RuleMatch match, List<String> doubts) {
        var target = rule.target().name();
        if (target.equals("ACCEPT")) {
            rules.permit(match, doubts, rule.line(), rule.text());
        } else if (DENIES.contains(target)) {
            rules.add(Action.DENY, match, doubts, rule.line(), rule.text());
        } else {
            var reason = "target " + Redaction.value(target) + " is not modelled";
            var all = Stream.concat(doubts.stream(), Stream.of(reason)).toList();
            rules.permit(match, all, rule.line(), rule.text());
            if (DIVERTS.contains(target)) {
                diversions.add(rules.rules().get(rules.rules().size() - 1));
            }
        }
    }

    /** What leaves the way through the filters here, as opaque rules. */
    List<Rule> diversions() {
        return diversions;
    }
}
