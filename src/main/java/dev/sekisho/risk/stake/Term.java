package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Causes;
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

    public int milliPoints() {
        return entrant.upkeep().milliPoints() + sight.milliPoints();
    }
}
