package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.link.Link;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way so far.
 *
 * @param before the way without its last hop; absent at the first
 * @param zone where it leads
 * @param way what the last hop needs, those labels included that were broken before
 * @param breaks how many distinct labels were broken on all of it
 */
record Trail(@Nullable Trail before, Link link, int zone, long way, int breaks, int hops) {
    /** Fewer breaks first, then fewer hops, then by the keys of the links from the start. */
    static final Comparator<Trail> BEST_FIRST =
            Comparator.comparingInt(Trail::breaks).thenComparingInt(Trail::hops).thenComparing(Trail::byKeys);

    Trail(Link link, int zone, long way) {
        this(null, link, zone, way, Breaks.size(way), 1);
    }

    /** Further by one hop. */
    Trail over(Crossings.Step step, long way, int breaks) {
        return new Trail(this, step.crossing().link(), step.to(), way, breaks, hops + 1);
    }

    /** Every label broken on the way. */
    BitSet paid() {
        var paid = new BitSet();
        for (Trail at = this; at != null; at = at.before) {
            Breaks.labels(at.way).forEach(paid::set);
        }
        return paid;
    }

    /** From the first hop to this one. */
    List<Trail> all() {
        var all = new ArrayList<Trail>(hops);
        for (Trail at = this; at != null; at = at.before) {
            all.add(at);
        }
        Collections.reverse(all);
        return all;
    }

    /** The first link that differs decides; both ways have as many hops. */
    private static int byKeys(Trail one, Trail other) {
        int order = 0;
        Trail mine = one;
        for (Trail theirs = other; mine != theirs && mine != null && theirs != null; theirs = theirs.before) {
            int here = mine.link.key().compareTo(theirs.link.key());
            order = here == 0 ? order : here;
            mine = mine.before;
        }
        return order;
    }
}
