package dev.sekisho.risk.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vulnerabilities of software at one place or at several together, each product's counted once.
 *
 * @param causes the worst of them first; more than are ever added need not be kept
 * @param milliPoints V of all together, 0..100 points
 */
public record Causes(List<Cause> causes, int milliPoints) {
    /** Nothing is known to be vulnerable. */
    public static final Causes NONE = new Causes(List.of(), 0);

    private static final Comparator<Cause> WORST_FIRST =
            Comparator.comparingInt(Cause::milliPoints).reversed().thenComparing(Cause::key);

    /** @param distinct each product's each vulnerability once */
    public static Causes of(List<Cause> distinct) {
        List<Cause> worst =
                distinct.stream().sorted(WORST_FIRST).limit(Loss.TERMS).toList();
        return worst.isEmpty() ? NONE : new Causes(worst, together(worst));
    }

    /** Both together; what is in both counts once, where it is worse. */
    public Causes and(Causes other) {
        if (other.causes.isEmpty() || other.equals(this)) {
            return this;
        }
        if (causes.isEmpty()) {
            return other;
        }
        var all = new ArrayList<Cause>(causes.size() + other.causes.size());
        causes.forEach(cause -> all.add(other.worse(cause)));
        other.causes.stream().filter(cause -> find(cause.key()) == null).forEach(all::add);
        return of(all);
    }

    /** V of both together. */
    public int milliWith(Causes other) {
        if (other.causes.isEmpty() || other == this) {
            return milliPoints;
        }
        if (causes.isEmpty()) {
            return other.milliPoints;
        }
        int mine = 0;
        int theirs = 0;
        int from = Loss.TERMS;
        var greatest = new int[Loss.TERMS];
        while (from > 0 && (mine < causes.size() || theirs < other.causes.size())) {
            boolean first = theirs == other.causes.size()
                    || mine < causes.size()
                            && causes.get(mine).milliPoints()
                                    >= other.causes.get(theirs).milliPoints();
            Cause next = first ? causes.get(mine++) : other.causes.get(theirs++);
            // What was already taken of the other counts once.
            boolean taken = first ? other.holds(next.key(), theirs) : holds(next.key(), mine);
            if (!taken) {
                greatest[--from] = next.milliPoints();
            }
        }
        var ascending = Arrays.copyOfRange(greatest, from, greatest.length);
        return Math.min(Loss.HIGHEST, Loss.ascending(ascending, ascending.length));
    }

    /** Whether a cause is among so many of the first. */
    private boolean holds(String key, int first) {
        for (int i = 0; i < first; i++) {
            if (causes.get(i).key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** V of both together is not more than this. */
    public int atMostWith(Causes other) {
        return milliPoints == 0 || other.milliPoints == 0
                ? Math.max(milliPoints, other.milliPoints)
                : together(milliPoints, other.milliPoints);
    }

    /**
     * V with others is not more than theirs and this, whatever they are that come to so much or more: the more they come to,
     * the less is added.
     */
    public int addsAtMost(int others) {
        return milliPoints == 0 ? 0 : together(milliPoints, others) - others;
    }

    private static int together(int one, int other) {
        // Each was rounded once, and so is this.
        return Math.min(Loss.HIGHEST, Loss.combine(one, other) + 2);
    }

    /** The same cause as it is here, where it is worse here. */
    private Cause worse(Cause cause) {
        Cause here = find(cause.key());
        return here != null && WORST_FIRST.compare(here, cause) < 0 ? here : cause;
    }

    private @Nullable Cause find(String key) {
        for (Cause cause : causes) {
            if (cause.key().equals(key)) {
                return cause;
            }
        }
        return null;
    }

    private static int together(List<Cause> worst) {
        return Math.min(
                Loss.HIGHEST,
                Loss.combine(worst.stream().mapToInt(Cause::milliPoints).toArray()));
    }
}
