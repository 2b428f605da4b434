package dev.sekisho.risk.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which zones outsiders get to, whatever it costs them there: by any permitted traffic, through links without a filter,
 * and through links with next to none. Zones and third parties are numbers in the order of their keys.
 */
public final class Reachability {
    /** Stands for our own network where a link starts in it. */
    public static final int INSIDE = -1;

    /**
     * A registered link.
     *
     * @param thirdParty whose, or {@link #INSIDE}
     * @param from the zone it starts in, or {@link #INSIDE} for a third party's
     * @param permits up, and lets something through
     * @param unfiltered up, and nothing stands in the way
     * @param wide up, and next to nothing stands in the way
     */
    public record Gate(int thirdParty, int from, int to, boolean permits, boolean unfiltered, boolean wide) {}

    private final BitSet[] thirdParties;
    private final BitSet entered;
    private final BitSet exposed;
    private final BitSet gated = new BitSet();
    private final BitSet permitted = new BitSet();
    private final List<Gate> inner;
    private final Start start;
    private boolean spread;

    /** What is known before anything spreads; it decides everything. */
    private record Start(
            List<BitSet> thirdParties,
            BitSet entered,
            BitSet exposed,
            BitSet gated,
            BitSet permitted,
            List<Gate> inner) {}

    /**
     * @param outer the links third parties come in by
     * @param inner the links between our own zones
     * @param internet the zones that face the internet
     * @param workers by third party those who come in wherever it does, where there are any
     */
    public Reachability(int zones, List<Gate> outer, List<Gate> inner, BitSet internet, Map<Integer, BitSet> workers) {
        thirdParties = Stream.generate(BitSet::new).limit(zones).toArray(BitSet[]::new);
        entered = (BitSet) internet.clone();
        exposed = (BitSet) internet.clone();
        this.inner = inner;
        outer.forEach(this::register);
        inner.forEach(this::register);
        outer.forEach(gate -> enter(gate, workers.get(gate.thirdParty)));
        start = new Start(
                List.of(thirdParties), (BitSet) entered.clone(), (BitSet) exposed.clone(), gated, permitted, inner);
    }

    private void register(Gate gate) {
        gated.set(gate.to);
        if (gate.permits) {
            permitted.set(gate.to);
        }
    }

    /** What spreads follows from where it starts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Reachability that && start.equals(that.start);
    }

    @Override
    public int hashCode() {
        return start.hashCode();
    }

    /** Follows the links inside until nothing is new; to be called before anything is asked. */
    public void spread() {
        if (spread) {
            return;
        }
        spread = true;
        List<List<Gate>> byZone = Stream.generate(() -> (List<Gate>) new ArrayList<Gate>())
                .limit(thirdParties.length)
                .toList();
        inner.forEach(gate -> byZone.get(gate.from).add(gate));
        spread(byZone);
    }

    /** Third parties with any way to a zone. */
    public BitSet thirdParties(int zone) {
        return thirdParties[zone];
    }

    /** Whether outsiders come to a zone with nothing in the way after their own connection point. */
    public boolean entered(int zone) {
        return entered.get(zone);
    }

    /** Whether outsiders come to a zone with next to nothing in the way. */
    public boolean exposed(int zone) {
        return exposed.get(zone);
    }

    /** Whether links into a zone are registered and none of them lets anything through. */
    public boolean isolated(int zone) {
        return gated.get(zone) && !permitted.get(zone);
    }

    private void enter(Gate gate, @Nullable BitSet workers) {
        if (gate.permits) {
            thirdParties[gate.to].set(gate.thirdParty);
            if (workers != null) {
                thirdParties[gate.to].or(workers);
            }
            entered.set(gate.to);
        }
        if (gate.wide) {
            exposed.set(gate.to);
        }
    }

    private void spread(List<List<Gate>> inner) {
        var changed = new ArrayDeque<Integer>();
        var waiting = new BitSet();
        Stream.of(entered, exposed).flatMapToInt(BitSet::stream).forEach(zone -> wake(zone, changed, waiting));
        while (!changed.isEmpty()) {
            int zone = changed.poll();
            waiting.clear(zone);
            for (Gate gate : inner.get(zone)) {
                if (pass(gate)) {
                    wake(gate.to, changed, waiting);
                }
            }
        }
    }

    private static void wake(int zone, ArrayDeque<Integer> changed, BitSet waiting) {
        if (!waiting.get(zone)) {
            waiting.set(zone);
            changed.add(zone);
        }
    }

    private boolean pass(Gate gate) {
        boolean news = false;
        if (gate.permits) {
            news = passThirdParties(gate);
        }
        if (gate.unfiltered && entered.get(gate.from) && !entered.get(gate.to)) {
            entered.set(gate.to);
            news = true;
        }
        if (gate.wide && exposed.get(gate.from) && !exposed.get(gate.to)) {
            exposed.set(gate.to);
            news = true;
        }
        return news;
    }

    /** The sets of the start stay as they are; a zone gets one of its own once it has more. */
    private boolean passThirdParties(Gate gate) {
        BitSet there = thirdParties[gate.to];
        var more = (BitSet) thirdParties[gate.from].clone();
        more.or(there);
        if (more.cardinality() == there.cardinality()) {
            return false;
        }
        thirdParties[gate.to] = more;
        return true;
    }
}
