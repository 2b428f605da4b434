package dev.sekisho.risk;

import dev.sekisho.risk.score.Cause;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The software of one zone or at one connection point.
 *
 * @param place from where it can be reached
 * @param flaws every advisory judged there, live or not
 * @param live the live ones, worst first
 * @param causes the distinct causes among the live ones
 * @param products labels of the products in use
 * @param open whether a flaw opens the way in
 */
record Software(
        Exposedness place,
        List<Flaw> flaws,
        List<Flaw> live,
        List<Cause> causes,
        SortedSet<String> products,
        boolean open) {

    private static final Comparator<Flaw> WORST_FIRST = Comparator.comparingInt(
                    (Flaw flaw) -> flaw.score().milliPoints())
            .reversed()
            .thenComparing(flaw -> flaw.installation().key())
            .thenComparing(flaw -> flaw.advisory().key());

    /** Nothing is installed. */
    static final Software NONE =
            of(new Exposedness(Reach.INTERNAL, false, new TreeSet<>()), List.of(), new TreeSet<>());

    static Software of(Exposedness place, List<Flaw> flaws, SortedSet<String> products) {
        List<Flaw> live = flaws.stream().filter(Flaw::live).sorted(WORST_FIRST).toList();
        return new Software(
                place,
                flaws,
                live,
                Cause.distinct(live),
                products,
                live.stream().anyMatch(Flaw::opensTheWay));
    }

    boolean isEmpty() {
        return flaws.isEmpty() && products.isEmpty();
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
        var labels = new TreeSet<>(products);
        labels.addAll(other.products);
        return of(place, both, labels);
    }
}
