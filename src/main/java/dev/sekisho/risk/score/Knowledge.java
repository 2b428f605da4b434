package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well it is known what a link lets through. It says nothing of how much that is: rules may be proven to permit
 * everything.
 *
 * @param doubts why what was measured is not proven; empty for all but DOUBTFUL
 */
public record Knowledge(Kind kind, Set<Doubt> doubts) {

    public Knowledge {
        doubts = Collections.unmodifiableSet(doubts);
    }

    /** Every link is of exactly one of them. */
    public enum Kind {
        /** Its rules were read whole and measured, and somebody looked, not too long ago, that they filter there. */
        PROVEN,
        /** There are rules, and at least one doubt about what they say or whether they filter there. */
        DOUBTFUL,
        /** Somebody said whether there is a firewall; no rules of one that stands there are known. */
        DECLARED,
        /** Nobody said anything. */
        UNKNOWN
    }

    /** Why rules that are known prove nothing. */
    public enum Doubt {
        /** Nobody stated the firewall that has the rules. */
        NOT_STATED,
        /** The firewall is stated, and there is no date on which somebody looked. */
        UNDATED,
        /** Somebody looked, and that counts no more or for less on this day. */
        STALE,
        /** The firewall is stated as one that nobody verified, or as what hosts do for themselves. */
        NOT_VERIFIED,
        /** The rules interact in too many ways, or the zone has no addresses to measure them against. */
        NOT_MEASURED,
        /** Rules could not be modelled, and count as permitting. */
        OPAQUE_RULES,
        /** The reader of the configuration has something to say of it. */
        NOTES
    }

    /** What is known of a link whose posture this is. */
    public static Knowledge of(Link link, Posture posture) {
        FilterState stated = link.firewall().state();
        RuleSet rules = link.ruleSet();
        if (stated == FilterState.NONE || stated == FilterState.PLANNED) {
            // Rules of a firewall that is not there filter nothing.
            return plainly(Kind.DECLARED);
        }
        if (rules == null) {
            return plainly(stated == FilterState.UNKNOWN ? Kind.UNKNOWN : Kind.DECLARED);
        }
        Set<Doubt> doubts = ofFirewall(link.firewall(), posture.filter());
        doubts.addAll(ofRules(rules, posture.traffic()));
        return doubts.isEmpty() ? plainly(Kind.PROVEN) : new Knowledge(Kind.DOUBTFUL, doubts);
    }

    private static Knowledge plainly(Kind kind) {
        return new Knowledge(kind, Set.of());
    }

    private static Set<Doubt> ofFirewall(Firewall firewall, FilterState counts) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (firewall.state() == FilterState.UNKNOWN) {
            doubts.add(Doubt.NOT_STATED);
            return doubts;
        }
        if (firewall.inspectedOn() == null) {
            doubts.add(Doubt.UNDATED);
        } else if (counts != firewall.state()) {
            doubts.add(Doubt.STALE);
        }
        if (firewall.state() != FilterState.VERIFIED) {
            doubts.add(Doubt.NOT_VERIFIED);
        }
        return doubts;
    }

    private static Set<Doubt> ofRules(RuleSet rules, @Nullable TrafficSummary traffic) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (traffic == null || !traffic.isAssessable()) {
            doubts.add(Doubt.NOT_MEASURED);
        }
        List<Rule> opaque = traffic == null ? rules.opaque() : traffic.opaque();
        if (!opaque.isEmpty()) {
            doubts.add(Doubt.OPAQUE_RULES);
        }
        if (!settled(rules, opaque).containsAll(rules.notes())) {
            doubts.add(Doubt.NOTES);
        }
        return doubts;
    }

    /** What is said of a family that the zone does not have concerns nobody there. */
    private static Set<String> settled(RuleSet rules, List<Rule> counted) {
        return rules.opaque().stream()
                .filter(rule -> !counted.contains(rule))
                .map(Rule::opaque)
                .collect(Collectors.toSet());
    }
}
