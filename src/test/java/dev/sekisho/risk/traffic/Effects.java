package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each rule whether it does anything, by looking for one packet that it decides. The search goes axis by axis
 * through the rule's own cube, keeping only the rules that still match, and ends at the first such packet; it is given
 * up when all the work allowed is spent.
 */
final class Effects {

    enum Effect {
        NEEDED,
        SHADOWED,
        REDUNDANT,
        UNDECIDED
    }

    private final RuleSet rules;
    private final List<Brick[]> bricks = new ArrayList<>();
    private long work;

    Effects(RuleSet rules, int mostWork) {
        this.rules = rules;
        this.work = mostWork;
        for (var family : Family.values()) {
            bricks.add(Brick.of(rules.rules(), Space.of(family, rules.rules())).toArray(Brick[]::new));
        }
    }

    Effect of(int rule) {
        try {
            if (decides(rule, true)) {
                return Effect.NEEDED;
            }
            return decides(rule, false) ? Effect.REDUNDANT : Effect.SHADOWED;
        } catch (WorkSpent spent) {
            return Effect.UNDECIDED;
        }
    }

    private boolean decides(int rule, boolean otherwise) {
        for (var family : bricks) {
            for (var brick : family) {
                if (brick.rule() == rule && new Hunt(brick, otherwise).among(family)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void spend(int tests) {
        work -= tests;
        if (work < 0) {
            throw new WorkSpent();
        }
    }

    private static final class WorkSpent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WorkSpent() {
            super(null, null, false, false);
        }
    }

    /** Looks for a packet that no earlier rule matches and, if so asked, that would fare otherwise without this rule. */
    private final class Hunt {

        private final Brick self;
        private final boolean otherwise;
        private final int effect;

        Hunt(Brick self, boolean otherwise) {
            this.self = self;
            this.otherwise = otherwise;
            this.effect = effect(self);
        }

        boolean among(Brick[] family) {
            var rivals = new ArrayList<Rival>();
            for (var brick : family) {
                if (brick.rule() != self.rule() && (otherwise || brick.rule() < self.rule()) && brick.overlaps(self)) {
                    var rival = new Rival(brick, brick.coversFrom(self));
                    rivals.add(rival);
                    if (rival.coversFrom == 0) {
                        break;
                    }
                }
            }
            return found(0, rivals.toArray(Rival[]::new));
        }

        private boolean found(int axis, Rival[] rivals) {
            var open = stillOpen(axis, rivals);
            if (open < 0 || open == 0 || axis == Axis.COUNT) {
                return open >= 0;
            }
            var failed = new HashSet<List<Rival>>();
            for (int atom : starts(axis, rivals, open)) {
                spend(open);
                var matching = matching(rivals, open, axis, atom);
                if (failed.add(Arrays.asList(matching)) && found(axis + 1, matching)) {
                    return true;
                }
            }
            return false;
        }

        private static Rival[] matching(Rival[] rivals, int open, int axis, int atom) {
            var matching = new Rival[open];
            var count = 0;
            for (int i = 0; i < open; i++) {
                if (rivals[i].brick.holds(axis, atom)) {
                    matching[count++] = rivals[i];
                }
            }
            return Arrays.copyOf(matching, count);
        }

        /** How many of the rivals still matter: none after one that takes all that is left; -1 if nothing can be found. */
        private int stillOpen(int axis, Rival[] rivals) {
            var differs = !otherwise;
            for (int i = 0; i < rivals.length; i++) {
                var takesAll = rivals[i].coversFrom <= axis;
                var earlier = rivals[i].brick.rule() < self.rule();
                if (earlier && takesAll) {
                    return -1;
                }
                differs |= !earlier && effect(rivals[i].brick) != effect;
                if (takesAll) {
                    return differs ? i + 1 : -1;
                }
            }
            return differs || FirstMatch.verdict(rules.defaultAction()) != effect ? rivals.length : -1;
        }

        /** The atoms of this rule at which the rivals that match can change. */
        private int[] starts(int axis, Rival[] rivals, int open) {
            var own = self.spans(axis);
            var starts = new Atoms();
            for (int i = 0; i < own.length; i += 2) {
                starts.add(own[i]);
            }
            for (int r = 0; r < open; r++) {
                var spans = rivals[r].brick.spans(axis);
                spend(spans.length);
                for (int i = 0; i < spans.length; i += 2) {
                    starts.add(spans[i]);
                    starts.add(spans[i + 1] + 1);
                }
            }
            return starts.within(self, axis);
        }

        private int effect(Brick brick) {
            return FirstMatch.verdict(rules.rules().get(brick.rule()).action());
        }
    }

    /** @param coversFrom the axis from which on this rule matches whatever the rule in question does */
    private record Rival(Brick brick, int coversFrom) {

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
