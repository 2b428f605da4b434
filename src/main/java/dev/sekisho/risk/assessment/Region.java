package dev.sekisho.risk.assessment;

import dev.sekisho.risk.incremental.Totals.Exchange;
import dev.sekisho.risk.score.Score;
import org.jspecify.annotations.Nullable;

/** What flows into one zone or organization, and its score. To others it is its score: two that score the same are equal. */
record Region(Inflow reported, Inflow high, Inflow low, Score score) {

    static Region of(Inflow reported, Inflow high, Inflow low) {
        int score = reported.total();
        return new Region(
                reported,
                high,
                low,
                new Score(reported.lines(), Math.min(score, low.total()), Math.max(score, high.total())));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Region that && score.equals(that.score);
    }

    @Override
    public int hashCode() {
        return score.hashCode();
    }

    /** A region in which some basins are exchanged. */
    static final class Draft {
        private final Region region;
        private Inflow reported;
        private Inflow high;
        private Inflow low;

        Draft(Region region) {
            this.region = region;
            reported = region.reported;
            high = region.high;
            low = region.low;
        }

        boolean exchangeWorst(Exchange<Basins, ?> exchange, int breaks) {
            Basins old = exchange.old();
            Basins now = exchange.next();
            boolean known = true;
            if (!now.reported().equals(old.reported())) {
                reported = reported == region.reported ? reported.copy() : reported;
                known = reported.exchange(exchange.part(), old.reported(), now.reported(), breaks);
            }
            if (!now.high().equals(old.high())) {
                high = high == region.high ? high.copy() : high;
                known &= high.exchange(exchange.part(), old.high(), now.high(), breaks);
            }
            return known;
        }

        boolean exchangeBest(Exchange<Basins, ?> exchange, int breaks) {
            Basins old = exchange.old();
            Basins now = exchange.next();
            if (now.low().equals(old.low())) {
                return true;
            }
            low = low == region.low ? low.copy() : low;
            return low.exchange(exchange.part(), old.low(), now.low(), breaks);
        }

        Region done() {
            boolean same = reported == region.reported && high == region.high && low == region.low;
            return same ? region : Region.of(reported, high, low);
        }
    }
}
