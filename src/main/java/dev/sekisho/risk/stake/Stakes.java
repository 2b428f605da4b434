package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Points;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is at stake in every zone, under the weights of a model. */
public final class Stakes {
    private final List<Stake> zones;
    private final int perBreak;
    private final int inner;
    private final double vulnerability;
    private final int[] plain;

    private final int[] greatestFirst;

    /** @param zones in the order of their numbers */
    public Stakes(List<Stake> zones, Model.Terms terms) {
        this.zones = zones;
        perBreak = Points.milli(terms.perBreak());
        inner = Points.milli(terms.inner());
        vulnerability = terms.vulnerability();
        plain = zones.stream()
                .mapToInt(
                        stake -> stake.milliPoints() - Points.milli(terms.base()) + stake.inner() + share(stake.pool()))
                .toArray();
        greatestFirst = IntStream.range(0, zones.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer zone) -> plain[zone]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public Stake get(int zone) {
        return zones.get(zone);
    }

    int size() {
        return plain.length;
    }

    /** What a target makes of somebody who is there, lands elsewhere and brings no flaws of his own. */
    int plain(int zone) {
        return plain[zone];
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
    Sight sight(int zone, int breaks, boolean landing, Causes pool) {
        Stake stake = zones.get(zone);
        int leak = landing ? inner : stake.inner();
        int own = share(stake.pool());
        int flaws = pool.milliPoints() == 0 ? own : share(pool.milliWith(stake.pool()));
        return new Sight(
                zone, plain[zone] - perBreak * breaks + leak - stake.inner() + flaws - own, breaks, leak, flaws);
    }

    /** No sight of a target is greater. */
    int atMost(int zone, int breaks, boolean landing, Causes pool) {
        Stake stake = zones.get(zone);
        int leak = landing ? inner - stake.inner() : 0;
        int flaws = pool.milliPoints() == 0
                ? 0
                : (int) Math.ceil(vulnerability * pool.atMostWith(stake.pool())) - share(stake.pool());
        return plain[zone] - perBreak * breaks + leak + flaws;
    }

    /** The most that a target makes, of these; of none less than anything. */
    int mostIn(BitSet among) {
        if (among.isEmpty()) {
            return Greatest.NOTHING;
        }
        int place = 0;
        while (!among.get(greatestFirst[place])) {
            place++;
        }
        return plain[greatestFirst[place]];
    }

    /** The most that landing in a target makes it more. */
    int innerAtMost() {
        return inner;
    }

    int perBreak() {
        return perBreak;
    }

    /**
     * No target is made more of by what somebody can get hold of where he lands, if its own flaws come to so much or more:
     * the more these are, the less others add.
     *
     * @param flaws in milli-points
     */
    int extra(Causes pool, int flaws) {
        // Both shares are rounded.
        return pool.milliPoints() == 0 ? 0 : 1 + (int) Math.ceil(vulnerability * pool.addsAtMost(flaws));
    }

    private int share(Causes pool) {
        return share(pool.milliPoints());
    }

    private int share(int milliPoints) {
        return (int) Math.round(vulnerability * milliPoints);
    }
}
