package dev.sekisho.risk.score;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * From where a place can be reached.
 *
 * @param exposed from the internet, or from a third party through next to no filter
 * @param reachableBy keys of the third parties with any way to it, however long
 */
public record Exposedness(Reach reach, boolean exposed, SortedSet<String> reachableBy) {

    /** Whether nothing changed. */
    public boolean sameAs(@Nullable Exposedness other) {
        return other != null
                && reach == other.reach
                && exposed == other.exposed
                && reachableBy.equals(other.reachableBy);
    }
}
