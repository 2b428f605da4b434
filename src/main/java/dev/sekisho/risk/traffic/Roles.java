package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What each rule is there for: whether it ever matches, and whether the rules behind it would then say something else.
 * The rules are halved again and again, and what each part says is known; so a rule is held against few large parts
 * before and behind it rather than against every other rule, and only where it matches itself.
 */
final class Roles {

    private static final int NOBODY = FirstMatch.NO_RULE;

    /** Packets of a rule that are looked at before all of them are. */
    private static final int SAMPLES = 32;

    private final RuleSet rules;
    private final BitSet matching = new BitSet();
    private final BitSet mattering = new BitSet();
    private final BitSet undecided = new BitSet();

    private Roles(RuleSet rules) {
        this.rules = rules;
    }

    /** @param mostEdges what may be held at a time; rules that would take more stay undecided */
    static Roles of(RuleSet rules, List<Space> spaces, int mostEdges) {
        var roles = new Roles(rules);
        for (var space : spaces) {
            roles.judge(new Diagram(space, mostEdges));
        }
        return roles;
    }

    boolean matches(int rule) {
        return matching.get(rule);
    }

    boolean matters(int rule) {
        return mattering.get(rule);
    }

    /** A rule that matters to one family matters, whatever could not be told of the other. */
    boolean isUndecided(int rule) {
        return undecided.get(rule) && !matters(rule);
    }

    private void judge(Diagram diagram) {
        var count = rules.rules().size();
        if (count == 0) {
            return;
        }
        try {
            var otherwise = FirstMatch.verdict(rules.defaultAction());
            var judging = new Judging(diagram);
            judging.judge(judging.part(0, count), new int[0], new int[] {otherwise});
        } catch (TooComplexException tooComplex) {
            undecided.set(0, count);
        }
    }

    private int verdict(int rule) {
        return FirstMatch.verdict(rules.rules().get(rule).action());
    }

    /**
     * Some of the rules, one after the other.
     *
     * @param verdicts what they say together, NOBODY where none of them matches
     * @param first the first half, absent of a single rule, as is the second
     */
    private record Part(
            int from,
            int verdicts,
            @Nullable Part first,
            @Nullable Part second) {}

    /** Judges the rules for one family. */
    private final class Judging {

        private final Diagram diagram;

        /** Always the same one: what is found does not depend on it, only how soon. */
        private final SplittableRandom chance = new SplittableRandom(1);

        Judging(Diagram diagram) {
            this.diagram = diagram;
        }

        Part part(int from, int to) {
            if (to - from == 1) {
                return new Part(from, Compiled.map(diagram, rules.rules().get(from), verdict(from)), null, null);
            }
            var middle = (from + to) >>> 1;
            var first = part(from, middle);
            var second = part(middle, to);
            return new Part(
                    from, diagram.combine(new FirstMatch(), first.verdicts(), second.verdicts()), first, second);
        }

        /**
         * @param before what the parts before this one say
         * @param behind what the parts behind it say, after the default action, the nearest last
         */
        void judge(Part part, int[] before, int[] behind) {
            var first = part.first();
            var second = part.second();
            if (first != null && second != null) {
                judge(first, before, with(behind, second.verdicts()));
                judge(second, with(before, first.verdicts()), behind);
            } else if (!matters(part.from())) {
                sample(part.from(), before, behind);
                if (!matters(part.from())) {
                    decide(part, before, behind);
                }
            }
        }

        private static int[] with(int[] some, int more) {
            var all = Arrays.copyOf(some, some.length + 1);
            all[some.length] = more;
            return all;
        }

        /** Most rules matter to one of a few packets, which is told much sooner than what becomes of all of them. */
        private void sample(int rule, int[] before, int[] behind) {
            var space = diagram.space();
            for (var cube : Cube.of(rules.rules().get(rule), space.family())) {
                var touched = space.touchedBy(cube);
                for (int i = 0; i < SAMPLES && !matters(rule); i++) {
                    look(rule, oneOf(touched), before, behind);
                }
            }
        }

        private int[] oneOf(int[][] touched) {
            var atoms = new int[touched.length];
            for (int axis = 0; axis < atoms.length; axis++) {
                var spans = touched[axis];
                var span = 2 * chance.nextInt(spans.length / 2);
                atoms[axis] = spans[span] + chance.nextInt(spans[span + 1] - spans[span] + 1);
            }
            return atoms;
        }

        private void look(int rule, int[] atoms, int[] before, int[] behind) {
            if (!Arrays.stream(before).allMatch(map -> diagram.at(map, atoms) == NOBODY)) {
                return;
            }
            matching.set(rule);
            var next = NOBODY;
            for (int i = behind.length - 1; next == NOBODY; i--) {
                next = diagram.at(behind[i], atoms);
            }
            if (next != verdict(rule)) {
                mattering.set(rule);
            }
        }

        private void decide(Part part, int[] before, int[] behind) {
            var held = diagram.nodes().size();
            try {
                decide(part.from(), reaching(part, before), behind);
            } catch (TooComplexException tooComplex) {
                undecided.set(part.from());
            }
            diagram.nodes().forgetFrom(held);
        }

        /** Where the rule matches and none before it does. */
        private int reaching(Part part, int[] before) {
            var reaching = part.verdicts();
            for (int i = 0; i < before.length && reaching != NOBODY; i++) {
                reaching = diagram.combine(Judging::unless, reaching, before[i]);
            }
            return reaching;
        }

        private void decide(int rule, int reaching, int[] behind) {
            if (reaching == NOBODY) {
                return;
            }
            matching.set(rule);
            var same = verdict(rule);
            var open = reaching;
            for (int i = behind.length - 1; i >= 0 && open != NOBODY; i--) {
                open = diagram.combine((a, b) -> settled(a, b, same), open, behind[i]);
                if (Leaves.of(diagram, open).stream().anyMatch(leaf -> isOther(Diagram.leaf(leaf), same))) {
                    mattering.set(rule);
                    return;
                }
            }
        }

        private static boolean isOther(int leaf, int same) {
            return leaf != NOBODY && leaf != same;
        }

        /** The first where the second says nothing. */
        private static int unless(int a, int b) {
            if (b == NOBODY) {
                return a;
            }
            return a == NOBODY || Diagram.isLeaf(b) || a == b ? NOBODY : Diagram.OPEN;
        }

        /** Of what is open, the second settles what it says the same of, and something else shows. */
        private static int settled(int a, int b, int same) {
            if (a == NOBODY || b == NOBODY) {
                return a;
            }
            return b == same ? NOBODY : Diagram.isLeaf(a) && Diagram.isLeaf(b) ? b : Diagram.OPEN;
        }
    }
}
