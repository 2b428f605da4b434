package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Upkeep;
import java.util.Comparator;

/**
 * Somebody who comes in by a way.
 *
 * @param party key of the third party
 * @param over what it comes in over, as a sentence says it
 */
public record Entrant(String party, String over, Upkeep upkeep) {
    static final Comparator<Entrant> WORST_FIRST = Comparator.comparing(Entrant::upkeep, Upkeep.WORST_FIRST)
            .thenComparing(Entrant::party)
            .thenComparing(Entrant::over);
}
