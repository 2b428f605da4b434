package dev.sekisho.risk.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The vulnerabilities of software at one place or at several together, each product's counted once.
 *
 * @param causes the worst of them first; more than are ever added need not be kept
 * @param milliPoints V of all together, 0..100 points
 */
public record Pool(List<Cause> causes, int milliPoints) {
    /** Nothing is known to be vulnerable. */
    public static final Pool NONE = new Pool(List.of(), 0);

    private static final Comparator<Cause> WORST_FIRST =
            Comparator.comparingInt(Cause::milliPoints).reversed().thenComparing(Cause::key);

    /** @param distinct each product's each vulnerability once */
    public static Pool of(List<Cause> distinct) {
        List<Cause> worst =
                distinct.stream().sorted(WORST_FIRST).limit(Loss.TERMS).toList();
        return worst.isEmpty() ? NONE : new Pool(worst, together(worst));
    }

    /** Both together; what is in both counts once, where it is worse. */
    public Pool and(Pool other) {
        if (other.causes.isEmpty() || other.equals(this)) {
            return this;
        }
        if (causes.isEmpty()) {
            return other;
        }
        var all = new TreeMap<String, Cause>();
        var both = new ArrayList<>(causes);
        both.addAll(other.causes);
        both.forEach(cause ->
                all.merge(cause.key(), cause, (one, two) -> WORST_FIRST.compare(one, two) <= 0 ? one : two));
        return of(List.copyOf(all.values()));
    }

    private static int together(List<Cause> worst) {
        return Math.min(
                Loss.HIGHEST,
                Loss.combine(worst.stream().mapToInt(Cause::milliPoints).toArray()));
    }
}
