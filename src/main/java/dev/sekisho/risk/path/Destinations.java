package dev.sekisho.risk.path;

import dev.sekisho.risk.path.Crossings.Step;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Where one gets to from each zone, whatever it costs. Zones that all lead to each other get to the same, so what they get
 * to is put together once for all of them, those first that the others lead to (Tarjan's strongly connected components).
 */
final class Destinations {
    private final Step[][] from;
    /** The same set for all zones that lead to each other. */
    private final BitSet[] reached;
    /** When a zone was first come to, counted from 1 on, and the earliest one still open that it leads back to. */
    private final int[] order;

    private final int[] earliest;
    private final int[] nextStep;
    private final int[] path;
    private final int[] open;
    private int opened;
    private int come;

    private Destinations(Step[][] from) {
        this.from = from;
        reached = new BitSet[from.length];
        order = new int[from.length];
        earliest = new int[from.length];
        nextStep = new int[from.length];
        path = new int[from.length];
        open = new int[from.length];
    }

    /** @param kin those of other crossings between the same zones, shared where they are the same */
    static BitSet[] of(Step[][] from, @Nullable BitSet[] kin) {
        var search = new Destinations(from);
        for (int zone = 0; zone < from.length; zone++) {
            if (search.order[zone] == 0) {
                search.search(zone, kin);
            }
        }
        return search.reached;
    }

    /** Goes as deep as it can before it comes back; a chain of zones is deeper than a stack of calls can be. */
    private void search(int start, @Nullable BitSet[] kin) {
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
                    close(zone, kin);
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
    private void close(int first, @Nullable BitSet[] kin) {
        int start = opened;
        while (open[--start] != first) {}
        var together = new BitSet(from.length);
        for (int i = start; i < opened; i++) {
            together.set(open[i]);
        }
        for (int i = start; i < opened; i++) {
            for (Step step : from[open[i]]) {
                if (!together.get(step.to())) {
                    together.or(reached[step.to()]);
                }
            }
        }
        BitSet known = kin[first];
        for (int i = start; i < opened; i++) {
            reached[open[i]] = known != null && known.equals(together) ? known : together;
        }
        opened = start;
    }
}
