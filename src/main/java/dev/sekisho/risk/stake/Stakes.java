package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Pool;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is at stake in every zone, under the weights of a model. */
public final class Stakes {
    private final List<Stake> zones;
    private final Integer[] greatestFirst;
    private final int base;
    private final int perBreak;
    private final int inner;
    private final double vulnerability;

    /** @param zones in the order of their numbers */
    public Stakes(List<Stake> zones, Model.Terms terms) {
        this.zones = zones;
        greatestFirst = IntStream.range(0, zones.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer zone) -> zones.get(zone).milliPoints())
                        .reversed())
                .toArray(Integer[]::new);
        base = milli(terms.base());
        perBreak = milli(terms.perBreak());
        inner = milli(terms.inner());
        vulnerability = terms.vulnerability();
    }

    public Stake get(int zone) {
        return zones.get(zone);
    }

    public int size() {
        return zones.size();
    }

    /** The zone in so many-th place, the one with most at stake first. */
    int inOrder(int place) {
        return greatestFirst[place];
    }

    /**
     * A target seen from where somebody lands.
     *
     * @param pool what he can get hold of there
     */
    Sight sight(int zone, int breaks, boolean landing, Pool pool) {
        Stake stake = zones.get(zone);
        int leak = landing ? inner : stake.inner();
        int flaws = (int) Math.round(vulnerability * pool.and(stake.pool()).milliPoints());
        return new Sight(zone, stake.milliPoints() - perBreak * breaks - base + leak + flaws, breaks, leak, flaws);
    }

    /** No sight of a target with so much at stake is greater. */
    int atMost(int stake, int breaks) {
        return stake - perBreak * breaks - base + inner + milli(100 * vulnerability);
    }

    /** The most at stake in any of these zones; none at all is worth less than anything. */
    int mostIn(BitSet among) {
        if (among.isEmpty()) {
            return Integer.MIN_VALUE / 2;
        }
        int place = 0;
        while (!among.get(greatestFirst[place])) {
            place++;
        }
        return zones.get(greatestFirst[place]).milliPoints();
    }

    /** No sight of this zone is greater. */
    int zoneAtMost(int zone, int breaks) {
        return atMost(zones.get(zone).milliPoints(), breaks);
    }

    static int milli(double points) {
        return (int) Math.round(1000 * points);
    }
}
