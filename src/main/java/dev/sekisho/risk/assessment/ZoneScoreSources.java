package dev.sekisho.risk.assessment;

import dev.sekisho.risk.path.Steps;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Odds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk that flows into zones from the connection points that can reach them: each counts as much as is left of it
 * after the breaks on its way. Kept by landing zone and added up for every number of breaks, so that a total needs no look
 * at single links.
 */
final class ZoneScoreSources {
    private static final double POINTS_PER_BIT = 10_000;
    static final double GRAINS = 1L << 32;

    /**
     * A connection point with what is left of its risk once inside.
     *
     * @param milliPoints risk less the breaks it costs to come in
     */
    record Source(String key, String name, int milliPoints, int breaks) {}

    /** The sources that land in one zone, the strongest first, and what is left of them after so many breaks. */
    static final class Basin {
        final List<Source> sources;
        final int[] causes;
        final long[] odds;

        Basin(List<Source> unsorted, Model.RollUp model) {
            sources = unsorted.stream()
                    .sorted(Comparator.comparingInt(Source::milliPoints)
                            .reversed()
                            .thenComparing(Source::key))
                    .toList();
            causes = new int[farthest(model) + 1];
            odds = new long[causes.length];
            for (int breaks = 0; breaks < causes.length; breaks++) {
                int cost = breaks * milliPerBreak(model);
                for (Source source : sources) {
                    if (source.milliPoints > cost) {
                        causes[breaks]++;
                        odds[breaks] += grains(source.milliPoints - cost);
                    }
                }
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || other instanceof Basin that && sources.equals(that.sources) && Arrays.equals(odds, that.odds);
        }

        @Override
        public int hashCode() {
            return sources.hashCode();
        }
    }

    private final List<Basin> basins;
    private final int milliPerBreak;
    private final int linesShown;

    ZoneScoreSources(List<Basin> basins, Model.RollUp model) {
        this.basins = basins;
        this.milliPerBreak = milliPerBreak(model);
        this.linesShown = model.linesShown();
    }

    static int milliPerBreak(Model.RollUp model) {
        return (int) Math.round(model.bitsPerBreak() * POINTS_PER_BIT);
    }

    /** So many breaks leave nothing of any risk. */
    static int farthest(Model.RollUp model) {
        return Odds.HIGHEST / milliPerBreak(model);
    }

    /** Odds in whole grains, so that their sum does not depend on the order of zones. */
    private static long grains(int milliPoints) {
        return Math.round(Odds.of(milliPoints) * GRAINS);
    }

    /** What flows to wherever is so many breaks away from each zone. */
    Inflow inflow(Steps steps) {
        var inflow = new Inflow(milliPerBreak, linesShown);
        for (int i = 0; i < steps.size(); i++) {
            int zone = steps.zone(i);
            inflow.add(zone, basins.get(zone), steps.to(zone));
        }
        return inflow;
    }

    /** The score of whatever is so many breaks away from each zone. */
    int total(Steps steps) {
        return inflow(steps).total();
    }

    /** The same with a line for each of the strongest sources, and one for all the others. */
    List<Contribution> lines(Steps steps) {
        return inflow(steps).lines();
    }
}
