package dev.sekisho.risk.stake;

import dev.sekisho.risk.entry.Door;
import dev.sekisho.risk.score.Upkeep;
import java.util.Comparator;

/**
 * Somebody who comes in by a way.
 *
 * @param party key of the third party
 * @param door its way in
 */
record Entrant(String party, Door door, Upkeep upkeep) {
    static final Comparator<Entrant> WORST_FIRST = Comparator.comparing(Entrant::upkeep, Upkeep.WORST_FIRST)
            .thenComparing(Entrant::party)
            .thenComparing(Entrant::door, Door.ORDER);
}
