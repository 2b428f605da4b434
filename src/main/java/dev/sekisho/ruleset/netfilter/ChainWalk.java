package dev.sekisho.ruleset.netfilter;

import dev.sekisho.ruleset.netfilter.ChainRule.Target;
import dev.sekisho.ruleset.netfilter.ChainRule.Target.Way;
import dev.sekisho.ruleset.netfilter.ChainTable.Chain;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chains of one table from the guarding one and writes down every decision with the part of the traffic
 * that reaches it. RETURN and goto take their part out of what follows; a part that only perhaps leaves goes on as
 * doubtful, where denies no longer count. Steps and nesting are limited.
 */
final class ChainWalk {

    private final ChainTable table;
    private final ChainInterfaces interfaces;
    private final boolean tracked;
    private final Sections sections;
    private final ChainDecisions decisions;
    private final Deque<String> path = new ArrayDeque<>();
    private int steps;

    /** What becomes of the packets that a rule with a verdict matches. */
    interface ChainDecisions {

        /** Whether packets go on behind this verdict as if nothing had been. */
        boolean passes(String verdict);

        void decide(ChainRule rule, RuleMatch match, List<String> doubts);
    }

    /** Part of the traffic, and why it is not sure that it gets here. */
    private record Part(RuleMatch match, List<String> doubts) {

        Part and(RuleMatch other, List<String> more) {
            return new Part(match.and(other), more.isEmpty() ? doubts : join(doubts, more));
        }

        boolean isCertain() {
            return doubts.isEmpty();
        }

        private static List<String> join(List<String> some, List<String> more) {
            return Stream.concat(some.stream(), more.stream())
                    .distinct()
                    .limit(8)
                    .toList();
        }
    }

    /**
     * @param tracked no rule takes packets out of connection tracking
     * @param sections are told which chains are asked
     */
    ChainWalk(
            ChainTable table,
            ChainInterfaces interfaces,
            boolean tracked,
            Sections sections,
            ChainDecisions decisions) {
        this.table = table;
        this.interfaces = interfaces;
        this.tracked = tracked;
        this.sections = sections;
        this.decisions = decisions;
    }

    void walk(Chain chain, RuleMatch family) {
        walk(chain, List.of(new Part(family, List.of())), chain.line());
    }

    private List<Part> walk(Chain chain, List<Part> entering, int line) {
        if (path.size() >= ConfigurationLimits.NESTING) {
            throw new UnreadableConfiguration(
                    line, 1, "the chains nest deeper than " + ConfigurationLimits.NESTING + " jumps");
        }
        sections.ask(table.section(chain));
        path.push(chain.name());
        var parts = entering;
        for (var rule : chain.rules()) {
            parts = visit(rule, parts);
        }
        path.pop();
        return parts;
    }

    /** What goes on to the next rule. */
    private List<Part> visit(ChainRule rule, List<Part> parts) {
        var chain = chain(rule.target());
        var conditions = conditions(rule);
        if (conditions.isEmpty() || chain == null && passes(rule.target())) {
            return parts;
        }
        var next = new ArrayList<Part>();
        for (var part : parts) {
            count(rule, next.size());
            next.addAll(visit(rule, chain, conditions, part));
        }
        return next;
    }

    private @Nullable Chain chain(Target target) {
        return target.way() == Way.VERDICT ? null : table.chains.get(target.name());
    }

    private boolean passes(Target target) {
        return target.name().isEmpty() || target.way() != Way.JUMP && decisions.passes(target.name());
    }

    private List<Part> visit(ChainRule rule, @Nullable Chain chain, List<Part> conditions, Part part) {
        var reached = conditions.stream()
                .map(condition -> part.and(condition.match(), condition.doubts()))
                .filter(one -> !one.match().isEmpty())
                .toList();
        if (reached.isEmpty()) {
            return List.of(part);
        }
        if (chain != null && path.contains(chain.name())) {
            // which no kernel takes
            var why = "line " + rule.line() + ": the chains jump in a cycle through " + Redaction.value(chain.name());
            var unknown = rule.aiming(Target.verdict("a jump in a cycle"));
            reached.forEach(one -> decisions.decide(
                    unknown, one.match(), one.and(RuleMatch.ANY, List.of(why)).doubts()));
            return List.of(part);
        }
        if (chain != null) {
            walk(chain, reached, rule.line());
            return rule.target().way() == Way.GOTO ? leave(part, reached) : List.of(part);
        }
        if (rule.target().name().equals("RETURN")) {
            return leave(part, reached);
        }
        reached.forEach(one -> decisions.decide(rule, one.match(), one.doubts()));
        return isWithin(part, reached) ? List.of() : List.of(part);
    }

    /** Everything of this part is decided: nothing of it goes on. */
    private static boolean isWithin(Part part, List<Part> reached) {
        return reached.stream().anyMatch(one -> one.isCertain() && part.match().isWithin(one.match()));
    }

    /** The reached parts leave the chain; what only perhaps leaves stays as doubtful. */
    private static List<Part> leave(Part part, List<Part> reached) {
        var staying = List.of(part.match());
        var next = new ArrayList<Part>();
        for (var one : reached) {
            staying = staying.stream()
                    .flatMap(rest -> rest.minus(one.match()).stream())
                    .toList();
            if (!one.isCertain() && part.isCertain()) {
                next.add(one);
            }
        }
        if (!part.isCertain()) {
            // a doubtful part carries permits only, and those its caller meets again
            return isAll(part, reached) ? List.of() : List.of(part);
        }
        staying.forEach(rest -> next.add(new Part(rest, part.doubts())));
        return next;
    }

    private static boolean isAll(Part part, List<Part> reached) {
        return reached.stream()
                .anyMatch(one ->
                        one.doubts().equals(part.doubts()) && part.match().isWithin(one.match()));
    }

    /** The alternatives of a rule once the interfaces and connection tracking are known. */
    private List<Part> conditions(ChainRule rule) {
        var tracking = rule.tracking();
        if (tracking == Tracking.NONE || tracked && !tracking.takesTracked()) {
            return List.of();
        }
        var doubts = new ArrayList<>(rule.doubts());
        if (!tracked && tracking != Tracking.ALL) {
            doubts.add("depends on which packets are taken out of connection tracking");
        }
        var links = interfaces.match(rule, doubts);
        return rule.matches().stream()
                .map(match -> new Part(match.and(links), List.copyOf(doubts)))
                .filter(condition -> !condition.match().isEmpty())
                .toList();
    }

    private void count(ChainRule rule, int parts) {
        if (++steps > ConfigurationLimits.STEPS || parts > ConfigurationLimits.RULES) {
            throw new UnreadableConfiguration(rule.line(), 1, "the chains lead to too many combinations to follow");
        }
    }
}
