package dev.sekisho.risk.path;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way so far.
 *
 * @param prefix the way without its last hop; absent at the first
 * @param zone where it leads
 * @param way what the last hop needs, those labels included that were broken earlier
 * @param breaks how many distinct labels were broken on all of it
 */
record Trail(@Nullable Trail prefix, Leg leg, int zone, long way, int breaks, int hops) {
    /** Fewer breaks first, then fewer hops, then by the keys of the links from the start. */
    static final Comparator<Trail> BEST_FIRST =
            Comparator.comparingInt(Trail::breaks).thenComparingInt(Trail::hops).thenComparing(Trail::byKeys);

    /** A step that does not enter our network yet. */
    static Trail outside(@Nullable Trail prefix, Leg leg, long way) {
        return in(prefix, leg, Routes.PathEntry.NOWHERE, way);
    }

    /** The step into a zone. */
    static Trail in(@Nullable Trail prefix, Leg leg, int zone, long way) {
        if (prefix == null) {
            return new Trail(null, leg, zone, way, Breaks.size(way), 1);
        }
        return new Trail(prefix, leg, zone, way, prefix.breaks + Breaks.missing(way, prefix.paid()), prefix.hops + 1);
    }

    /** Further by one hop. */
    Trail over(Crossings.Step step, long way, int breaks) {
        return new Trail(this, Leg.over(step.crossing().link()), step.to(), way, breaks, hops + 1);
    }

    /** Every label broken on the way. */
    BitSet paid() {
        var paid = new BitSet();
        for (Trail at = this; at != null; at = at.prefix) {
            Breaks.labels(at.way).forEach(paid::set);
        }
        return paid;
    }

    /** The same packed, where they are not too many for that. */
    long packed() {
        long paid = Breaks.NONE;
        for (Trail at = this; at != null && paid != Breaks.TOO_MANY; at = at.prefix) {
            paid = Breaks.union(paid, at.way);
        }
        return paid;
    }

    /** From the first hop to this one. */
    List<Trail> all() {
        var all = new ArrayList<Trail>(hops);
        for (Trail at = this; at != null; at = at.prefix) {
            all.add(at);
        }
        Collections.reverse(all);
        return all;
    }

    /** The first link that differs decides; both ways have as many hops. */
    private static int byKeys(Trail one, Trail other) {
        int order = 0;
        Trail mine = one;
        for (Trail theirs = other; mine != theirs && mine != null && theirs != null; theirs = theirs.prefix) {
            int here = Leg.ORDER.compare(mine.leg.via(), theirs.leg.via());
            order = here == 0 ? order : here;
            mine = mine.prefix;
        }
        return order;
    }
}
