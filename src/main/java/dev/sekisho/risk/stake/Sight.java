package dev.sekisho.risk.stake;

import java.util.Comparator;

/**
 * One target as seen from where a way in lands: what is at stake there, minus what still stands in between. What the way
 * itself adds is left out.
 *
 * @param zone its number
 * @param breaks how many things still have to be broken; three stands for three and more
 * @param inner what is added for the lack of filters inside
 * @param vulnerability what is added for software where the way lands and at the target
 */
record Sight(int zone, int milliPoints, int breaks, int inner, int vulnerability) {
    /** Of those that come to the same the nearest is told, and no renaming changes which amounts are. */
    static final Comparator<Sight> GREATEST_FIRST = Comparator.comparingInt(Sight::milliPoints)
            .reversed()
            .thenComparing(Sight::breaks)
            .thenComparing(Comparator.comparingInt(Sight::vulnerability).reversed())
            .thenComparing(Comparator.comparingInt(Sight::inner).reversed())
            .thenComparing(Sight::zone);

    /** The same where so much more is at stake. */
    Sight worth(int more) {
        return new Sight(zone, milliPoints + more, breaks, inner, vulnerability);
    }
}
