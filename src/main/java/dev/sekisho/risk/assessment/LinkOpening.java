package dev.sekisho.risk.assessment;

import dev.sekisho.risk.path.Distance;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a link opens to whoever comes over it.
 *
 * @param zones keys of the zones it gets to at once, with nothing left to break
 * @param organizations keys of the organizations that own those
 * @param distances every organization within reach, with the breaks it takes
 */
public record LinkOpening(
        SortedSet<String> zones, SortedSet<String> organizations, SortedMap<String, Distance> distances) {

    /** What a link opens that is down. */
    public static final LinkOpening NONE =
            new LinkOpening(Collections.emptySortedSet(), Collections.emptySortedSet(), Collections.emptySortedMap());
}
