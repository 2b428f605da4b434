package dev.sekisho.risk.score;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * One vulnerability of one product at a link, however many hosts have it.
 *
 * @param key tells it from other causes
 * @param facts which vulnerability, in which product, installed where
 * @param milliPoints V where it is worst, as seen by somebody who comes to it
 */
public record Cause(String key, int milliPoints, List<String> facts) {

    private static Cause of(Flaw flaw) {
        String key = flaw.advisory().key() + "@" + flaw.product().key();
        return new Cause(
                key,
                flaw.reachedMilli(),
                List.of(
                        flaw.advisory().key(),
                        flaw.product().name(),
                        flaw.installation().name()));
    }

    /** The distinct causes among these flaws, each as bad as where it is worst. */
    public static List<Cause> distinct(Collection<Flaw> flaws) {
        var worst = new TreeMap<String, Cause>();
        flaws.stream()
                .map(Cause::of)
                .filter(cause -> cause.milliPoints > 0)
                .forEach(cause -> worst.merge(cause.key, cause, Cause::worse));
        return List.copyOf(worst.values());
    }

    private static Cause worse(Cause one, Cause other) {
        return other.milliPoints > one.milliPoints ? other : one;
    }
}
