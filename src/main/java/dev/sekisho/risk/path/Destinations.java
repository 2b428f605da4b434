package dev.sekisho.risk.path;

import dev.sekisho.risk.path.Crossings.Step;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Where one gets to from each zone, whatever it costs. A zone that leads nowhere needs no set of its own: with tens of
 * thousands of them, one bit for each of all the others is what fills the memory.
 */
final class Destinations {
    /** By zone; the same set for all zones that lead to each other, {@link #NOWHERE} for one that leads nowhere. */
    private final BitSet[] reached;

    private static final BitSet NOWHERE = new BitSet(0);

    private Destinations(BitSet[] reached) {
        this.reached = reached;
    }

    static Destinations of(Step[][] from) {
        return new Destinations(new Search(from, new BitSet[from.length]).all());
    }

    /** Those of other crossings between the same zones; they share with these what is the same. */
    Destinations with(Step[][] from) {
        return new Destinations(new Search(from, reached).all());
    }

    /** The zone itself and every one there is a way to; not to be changed. */
    BitSet from(int zone) {
        BitSet known = reached[zone];
        if (known != NOWHERE) {
            return known;
        }
        var alone = new BitSet(zone + 1);
        alone.set(zone);
        return alone;
    }

    boolean leadsNowhere(int zone) {
        return reached[zone] == NOWHERE;
    }

    /** Whether these are known to be the same as others from a zone. */
    boolean areThoseOf(Destinations others, int zone) {
        return reached[zone] == others.reached[zone];
    }

    /**
     * Zones that all lead to each other get to the same, so what they get to is put together once for all of them, those
     * first that the others lead to (Tarjan's strongly connected components).
     */
    private static final class Search {
        private final Step[][] from;
        private final @Nullable BitSet[] kin;
        private final BitSet[] reached;
        /** When a zone was first come to, counted from 1 on, and the earliest one still open that it leads back to. */
        private final int[] order;

        private final int[] earliest;
        private final int[] nextStep;
        private final int[] path;
        private final int[] open;
        private int opened;
        private int come;

        /** @param kin what was reached over other crossings between the same zones, shared where it is the same */
        Search(Step[][] from, @Nullable BitSet[] kin) {
            this.from = from;
            this.kin = kin;
            reached = new BitSet[from.length];
            order = new int[from.length];
            earliest = new int[from.length];
            nextStep = new int[from.length];
            path = new int[from.length];
            open = new int[from.length];
        }

        BitSet[] all() {
            for (int zone = 0; zone < from.length; zone++) {
                if (order[zone] == 0) {
                    search(zone);
                }
            }
            return reached;
        }

        /** Goes as deep as it can before it comes back; a chain of zones is deeper than a stack of calls can be. */
        private void search(int start) {
            int depth = 0;
            path[0] = come(start);
            while (depth >= 0) {
                int zone = path[depth];
                if (nextStep[zone] < from[zone].length) {
                    int to = from[zone][nextStep[zone]++].to();
                    if (order[to] == 0) {
                        path[++depth] = come(to);
                    } else if (reached[to] == null) {
                        earliest[zone] = Math.min(earliest[zone], order[to]);
                    }
                } else {
                    depth--;
                    if (earliest[zone] == order[zone]) {
                        close(zone);
                    }
                    if (depth >= 0) {
                        earliest[path[depth]] = Math.min(earliest[path[depth]], earliest[zone]);
                    }
                }
            }
        }

        private int come(int zone) {
            order[zone] = ++come;
            earliest[zone] = come;
            open[opened++] = zone;
            return zone;
        }

        /** Everything that was opened since this zone leads back to it. */
        private void close(int first) {
            int start = opened;
            while (open[--start] != first) {}
            BitSet together = from[first].length == 0 ? NOWHERE : together(start);
            BitSet known = kin[first];
            for (int i = start; i < opened; i++) {
                reached[open[i]] = known != null && known.equals(together) ? known : together;
            }
            opened = start;
        }

        private BitSet together(int start) {
            var together = new BitSet(from.length);
            for (int i = start; i < opened; i++) {
                together.set(open[i]);
            }
            for (int i = start; i < opened; i++) {
                for (Step step : from[open[i]]) {
                    if (!together.get(step.to())) {
                        together.set(step.to());
                        together.or(reached[step.to()]);
                    }
                }
            }
            return together;
        }
    }
}
