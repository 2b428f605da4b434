package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Cause;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The software of one zone or at one connection point.
 *
 * @param place from where it can be reached
 * @param flaws every advisory judged there, live or not
 * @param live the live ones, worst first
 * @param products one way in for each product in use
 * @param free whether one of them costs nothing
 * @param pool how bad they are together
 */
record Software(Exposedness place, List<Flaw> flaws, List<Flaw> live, Ways products, boolean free, Causes pool) {

    private static final Comparator<Flaw> WORST_FIRST = Comparator.comparingInt(
                    (Flaw flaw) -> flaw.score().milliPoints())
            .reversed()
            .thenComparing(flaw -> flaw.installation().key())
            .thenComparing(flaw -> flaw.advisory().key());

    /** Nothing is installed. */
    static final Software NONE = new Software(
            new Exposedness(Reach.INTERNAL, false, new TreeSet<>()),
            List.of(),
            List.of(),
            Ways.NONE,
            false,
            Causes.NONE);

    static Software of(Exposedness place, List<Flaw> flaws, Ways products) {
        List<Flaw> live = flaws.stream().filter(Flaw::live).sorted(WORST_FIRST).toList();
        boolean free = live.stream().anyMatch(Flaw::opensTheWay);
        return new Software(place, flaws, live, products, free, Causes.of(Cause.distinct(live)));
    }

    /**
     * What is left of it without some places.
     *
     * @param installed all of it
     */
    Software without(Set<Place> places, InstalledAtPlace installed) {
        InstalledAtPlace left = installed.without(places);
        return left == installed
                ? this
                : of(
                        place,
                        flaws.stream()
                                .filter(flaw ->
                                        !places.contains(flaw.installation().place()))
                                .toList(),
                        left.products());
    }

    boolean isEmpty() {
        return flaws.isEmpty() && products.alternatives().isEmpty();
    }

    /** This and the other together, as seen through a link that leads to both. */
    Software and(Software other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        var both = new ArrayList<>(flaws);
        both.addAll(other.flaws);
        return of(place, both, products.or(other.products));
    }
}
