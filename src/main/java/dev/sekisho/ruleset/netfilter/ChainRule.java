package dev.sekisho.ruleset.netfilter;

import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a chain.
 *
 * @param matches the alternatives the conditions allow, usually one
 * @param in conditions on the interface a packet comes in by, e.g. "eth0" or "!ppp+"
 * @param doubts conditions that cannot be modelled
 */
record ChainRule(
        int line,
        String text,
        List<RuleMatch> matches,
        List<InterfaceCondition> in,
        List<InterfaceCondition> out,
        List<String> doubts,
        Tracking tracking,
        Target target) {

    /**
     * What happens to a packet that matches.
     *
     * @param name of the verdict, the extension or the chain; empty for a rule that only counts
     * @param rewrite what is made of the destination, where that is what the target does and where it is known
     */
    record Target(String name, Way way, @Nullable Rewrite rewrite) {

        /** Where the evaluation goes on. */
        enum Way {
            /** The name is no chain's, even where a chain is called like it. */
            VERDICT,
            /** To the chain and back behind the rule. */
            JUMP,
            /** To the chain and back to where this one was called. */
            GOTO,
            /** A jump if there is a chain of the name, else a verdict. */
            EITHER
        }

        static Target verdict(String name) {
            return new Target(name, Way.VERDICT, null);
        }

        static Target jump(String chain, boolean comesBack) {
            return new Target(chain, comesBack ? Way.JUMP : Way.GOTO, null);
        }
    }

    /** Perhaps it is not there, or not what it seems. */
    ChainRule doubted(String doubt) {
        return with(Stream.concat(doubts.stream(), Stream.of(doubt)).toList(), target);
    }

    ChainRule aiming(Target other) {
        return with(doubts, other);
    }

    private ChainRule with(List<String> others, Target other) {
        return new ChainRule(line, text, matches, in, out, others, tracking, other);
    }

    /** One of several names, perhaps ending in '+' for any rest, perhaps negated. */
    record InterfaceCondition(List<String> names, boolean negated) {

        static InterfaceCondition of(String name, boolean negated) {
            return new InterfaceCondition(List.of(name), negated);
        }

        InterfaceCondition negation() {
            return new InterfaceCondition(names, !negated);
        }

        boolean matches(String actual) {
            return names(actual) != negated;
        }

        boolean names(String actual) {
            return names.stream().anyMatch(name -> matches(name, actual));
        }

        /** "+" alone is every interface, and so is no name at all. */
        boolean namesAll() {
            return names.contains("+") || names.contains("");
        }

        private static boolean matches(String name, String actual) {
            return name.isEmpty()
                    || (name.endsWith("+")
                            ? actual.startsWith(name.substring(0, name.length() - 1))
                            : actual.equals(name));
        }

        @Override
        public String toString() {
            return (negated ? "not " : "")
                    + String.join(" or ", names.stream().map(Redaction::value).toList());
        }
    }
}
