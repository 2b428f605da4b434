package dev.sekisho.risk.stake;

import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Upkeep;
import java.util.Comparator;

/**
 * The risk that comes over one way to one target.
 *
 * @param pool what can be got hold of where the way lands
 */
public record Term(Entrant entrant, Sight sight, Causes pool) {
    /** Of those that come to the same, no renaming changes which amounts are told. */
    public static final Comparator<Term> GREATEST_FIRST = Comparator.comparingInt(Term::milliPoints)
            .reversed()
            .thenComparing(term -> term.sight().breaks())
            .thenComparing(Term::sight, Sight.GREATEST_FIRST)
            .thenComparing(Term::entrant, Entrant.WORST_FIRST);

    /**
     * To what a third party holds for us: it is where that one is, so there is nothing inside that could keep anybody off.
     *
     * @param party key of the third party that comes there
     * @param door its way to it
     * @param place the number of what is held among the stakes
     */
    public static Term toHolding(String party, Door door, Upkeep upkeep, int place, Stakes stakes) {
        return new Term(
                new Entrant(party, door, upkeep), stakes.sight(place, door.breaks(), true, Causes.NONE), Causes.NONE);
    }

    /** The same where so much more is at stake. */
    Term worth(int more) {
        return new Term(entrant, sight.worth(more), pool);
    }

    /** The number of its target among the stakes. */
    public int target() {
        return sight.zone();
    }

    public int milliPoints() {
        return entrant.upkeep().milliPoints() + sight.milliPoints();
    }
}
