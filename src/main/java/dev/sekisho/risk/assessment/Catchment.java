package dev.sekisho.risk.assessment;

import dev.sekisho.risk.path.Steps;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Odds;
import dev.sekisho.risk.score.RollUp;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The risk that flows into zones from the connection points that can reach them: each counts as much as is left of it
 * after the breaks on its way. Kept by landing zone and added up for every number of breaks, so that a total needs no look
 * at single links.
 */
final class Catchment {
    private static final double POINTS_PER_BIT = 10_000;
    private static final double GRAINS = 1L << 32;

    /**
     * A connection point with what is left of its risk once inside.
     *
     * @param milliPoints risk less the breaks it costs to come in
     */
    record Source(String key, String name, int milliPoints, int breaks) {}

    private record Flow(Source source, int milliPoints, int steps) {}

    private static final Comparator<Flow> STRONGEST_FIRST =
            Comparator.comparingInt(Flow::milliPoints).reversed().thenComparing(flow -> flow.source.key);

    /** The sources that land in one zone, the strongest first, and what is left of them after so many breaks. */
    static final class Basin {
        private final List<Source> sources;
        private final int[] causes;
        private final long[] odds;

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
    }

    private final List<Basin> basins;
    private final int milliPerBreak;
    private final int linesShown;

    Catchment(List<Basin> basins, Model.RollUp model) {
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

    /** The score of whatever is so many breaks away from each zone. */
    int total(Steps steps) {
        long odds = 0;
        int worst = 0;
        for (int i = 0; i < steps.size(); i++) {
            int zone = steps.zone(i);
            Basin basin = basins.get(zone);
            int breaks = steps.to(zone);
            if (basin.causes[breaks] > 0) {
                odds += basin.odds[breaks];
                worst = Math.max(worst, basin.sources.get(0).milliPoints - breaks * milliPerBreak);
            }
        }
        return Math.max(worst, Odds.score(odds / GRAINS));
    }

    /** The same with a line for each of the strongest sources, and one for all the others. */
    List<Contribution> lines(Steps steps) {
        var strongest = new PriorityQueue<>(STRONGEST_FIRST.reversed());
        int causes = 0;
        for (int i = 0; i < steps.size(); i++) {
            int zone = steps.zone(i);
            int here = basins.get(zone).causes[steps.to(zone)];
            causes += here;
            if (here > 0) {
                offer(strongest, basins.get(zone).sources.subList(0, here), steps.to(zone));
            }
        }
        List<RollUp.Part> lines =
                strongest.stream().sorted(STRONGEST_FIRST).map(Catchment::part).toList();
        return RollUp.divide(total(steps), lines, causes - lines.size(), "LINK:*", "further links");
    }

    /** Takes the sources for as long as they are among the strongest. */
    private void offer(PriorityQueue<Flow> strongest, List<Source> sources, int breaks) {
        for (Source source : sources) {
            int left = source.milliPoints - breaks * milliPerBreak;
            Flow weakest = strongest.size() < linesShown ? null : strongest.peek();
            if (weakest != null && left < weakest.milliPoints) {
                return;
            }
            var flow = new Flow(source, left, breaks);
            if (weakest == null) {
                strongest.add(flow);
            } else if (STRONGEST_FIRST.compare(flow, weakest) < 0) {
                strongest.poll();
                strongest.add(flow);
            } else {
                return;
            }
        }
    }

    private static RollUp.Part part(Flow flow) {
        int breaks = flow.source.breaks + flow.steps;
        String detail = flow.source.name + ", " + breaks + (breaks == 1 ? " break away" : " breaks away");
        return new RollUp.Part("LINK:" + flow.source.key, flow.milliPoints, detail);
    }
}
