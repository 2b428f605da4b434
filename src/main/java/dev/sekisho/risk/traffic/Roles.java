package dev.sekisho.risk.traffic;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each rule is there for: whether it ever matches, and whether the rules behind it would then say something else.
 * The rules are halved again and again. Each part is given the verdict of the rules behind it for every packet that
 * reaches it and that one of its rules matches, so that a part has no more to look at than its own rules reach.
 */
final class Roles {

    private static final int NOBODY = FirstMatch.NO_RULE;

    private final RuleSet rules;
    private final BitSet matching = new BitSet();
    private final BitSet mattering = new BitSet();
    private final BitSet undecided = new BitSet();

    private Roles(RuleSet rules) {
        this.rules = rules;
    }

    /** @param mostEdges what may be held at a time; beyond it the rules that are left stay undecided */
    static Roles of(RuleSet rules, List<Space> spaces, int mostEdges) {
        var roles = new Roles(rules);
        for (var space : spaces) {
            new Halving(roles, new Diagram(space, mostEdges)).judge();
        }
        return roles;
    }

    /** A rule that was found to matter matters wherever else nothing could be told. */
    boolean isUndecided(int rule) {
        return undecided.get(rule) && !mattering.get(rule);
    }

    boolean matches(int rule) {
        return matching.get(rule);
    }

    boolean matters(int rule) {
        return mattering.get(rule);
    }

    private int verdict(int rule) {
        return FirstMatch.verdict(rules.rules().get(rule).action());
    }

    /**
     * Some of the rules, one after the other.
     *
     * @param verdicts what they say together, NOBODY where none of them matches
     */
    private record Part(
            int from,
            int verdicts,
            @Nullable Part first,
            @Nullable Part second) {}

    private static final class Halving {

        private final Roles roles;
        private final Diagram diagram;
        private final BitSet judged = new BitSet();

        Halving(Roles roles, Diagram diagram) {
            this.roles = roles;
            this.diagram = diagram;
        }

        void judge() {
            var count = roles.rules.rules().size();
            try {
                if (count > 0) {
                    var all = part(0, count);
                    var otherwise = FirstMatch.verdict(roles.rules.defaultAction());
                    judge(all, diagram.combine(Halving::where, otherwise, all.verdicts()), count);
                }
            } catch (TooComplexException tooComplex) {
                judged.flip(0, count);
                roles.undecided.or(judged);
            }
        }

        private Part part(int from, int to) {
            if (to - from == 1) {
                var map = Compiled.map(diagram, roles.rules.rules().get(from), roles.verdict(from));
                return new Part(from, map, null, null);
            }
            var middle = (from + to) >>> 1;
            var first = part(from, middle);
            var second = part(middle, to);
            return new Part(
                    from, diagram.combine(new FirstMatch(), first.verdicts(), second.verdicts()), first, second);
        }

        /** @param behind what the rules behind the part say, NOBODY for packets that no rule of the part decides */
        private void judge(Part part, int behind, int to) {
            var first = part.first();
            var second = part.second();
            if (behind == NOBODY || first == null || second == null) {
                judged.set(part.from(), to);
                if (behind != NOBODY) {
                    decide(part.from(), behind);
                }
                return;
            }
            var held = diagram.nodes().size();
            var behindFirst = diagram.combine(Halving::orElse, behind, second.verdicts());
            judge(first, diagram.combine(Halving::where, behindFirst, first.verdicts()), second.from());
            diagram.nodes().forgetFrom(held);
            var reaching = diagram.combine(Halving::unless, behind, first.verdicts());
            judge(second, diagram.combine(Halving::where, reaching, second.verdicts()), to);
            diagram.nodes().forgetFrom(held);
        }

        private void decide(int rule, int behind) {
            roles.matching.set(rule);
            if (Leaves.of(diagram, behind).stream()
                    .map(Diagram::leaf)
                    .anyMatch(leaf -> leaf != NOBODY && leaf != roles.verdict(rule))) {
                roles.mattering.set(rule);
            }
        }

        /** The first where the second says something. */
        private static int where(int a, int b) {
            if (a == NOBODY || b == NOBODY) {
                return NOBODY;
            }
            return Diagram.isLeaf(b) || a == b ? a : Diagram.OPEN;
        }

        /** The first where the second says nothing. */
        private static int unless(int a, int b) {
            if (b == NOBODY) {
                return a;
            }
            return a == NOBODY || Diagram.isLeaf(b) || a == b ? NOBODY : Diagram.OPEN;
        }

        /** The second where it says something, else the first; nothing where the first says nothing. */
        private static int orElse(int a, int b) {
            if (a == NOBODY || b == NOBODY || a == b) {
                return a;
            }
            return Diagram.isLeaf(a) && Diagram.isLeaf(b) ? b : Diagram.OPEN;
        }
    }
}
