package dev.sekisho.risk.assessment;

import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Cause;
import dev.sekisho.risk.score.Exposedness;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.risk.score.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The software of one zone or at one connection point.
 *
 * @param place from where it can be reached
 * @param flaws every advisory judged there, live or not
 * @param live the live ones, worst first
 * @param causes the distinct causes among the live ones
 * @param products one way in for each product in use
 * @param share what the causes add to the risk of a link that leads here
 */
record Software(
        Exposedness place,
        List<Flaw> flaws,
        List<Flaw> live,
        List<Cause> causes,
        Ways products,
        Urgency urgency,
        Share share) {

    /**
     * How bad it is that its flaws are live.
     *
     * @param open whether a flaw opens the way in
     * @param openToAttack whether a live flaw is exploited or has no fix
     * @param overdueExploited whether a live flaw is exploited, past its deadline and within reach of outsiders
     */
    record Urgency(boolean open, boolean openToAttack, boolean overdueExploited) {
        private static final Urgency NONE = new Urgency(false, false, false);

        private static Urgency of(List<Flaw> live) {
            return new Urgency(
                    live.stream().anyMatch(Flaw::opensTheWay),
                    live.stream().anyMatch(flaw -> flaw.exploited() || flaw.noFix()),
                    live.stream().anyMatch(Urgency::isOverdue));
        }

        private static boolean isOverdue(Flaw flaw) {
            return flaw.exploited() && flaw.deadline().overdue() && flaw.reach() == Reach.THIRD_PARTY;
        }
    }

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
            List.of(),
            Ways.NONE,
            Urgency.NONE,
            Share.NONE);

    static Software of(Exposedness place, List<Flaw> flaws, Ways products, Model model) {
        List<Flaw> live = flaws.stream().filter(Flaw::live).sorted(WORST_FIRST).toList();
        List<Cause> causes = Cause.distinct(live);
        return new Software(place, flaws, live, causes, products, Urgency.of(live), Share.of(causes, model));
    }

    boolean isEmpty() {
        return flaws.isEmpty() && products.alternatives().isEmpty();
    }

    /** This and the other together, as seen through a link that leads to both. */
    Software and(Software other, Model model) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        var both = new ArrayList<>(flaws);
        both.addAll(other.flaws);
        return of(place, both, products.or(other.products), model);
    }
}
