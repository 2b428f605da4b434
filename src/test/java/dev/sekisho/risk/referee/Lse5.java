package dev.sekisho.risk.referee;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Scores added as expected losses, as section 1 of the model's description says, in milli-points. */
final class Lse5 {
    private Lse5() {}

    /** Nothing together is nothing. */
    static int of(Collection<Integer> terms) {
        if (terms.isEmpty()) {
            return 0;
        }
        List<Integer> ten =
                terms.stream().sorted(Comparator.reverseOrder()).limit(10).toList();
        int max = ten.get(0);
        double sum = 0;
        for (int term : ten) {
            sum += StrictMath.pow(2, (term - max) / 5000.0);
        }
        return (int) Math.round(max + 5000 * StrictMath.log(sum) / StrictMath.log(2));
    }

    static int capped(int milliPoints) {
        return Math.min(100_000, Math.max(0, milliPoints));
    }

    static double clamp(double value) {
        return Math.min(1, Math.max(0, value));
    }

    static int milli(double points) {
        return (int) Math.round(1000 * points);
    }
}
