package dev.sekisho.risk;

import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Odds;
import dev.sekisho.risk.score.RollUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The risk that flows into zones from the connection points that can reach them: each counts as much as is left of it
 * after the breaks on its way. Kept by landing zone and sorted, so that a total needs no look at single links.
 */
final class Catchment {
    private static final double POINTS_PER_BIT = 10_000;

    /**
     * A connection point with what is left of its risk once inside.
     *
     * @param milliPoints risk less the breaks it costs to come in
     */
    record Source(String key, String name, int milliPoints, int breaks) {}

    private record Flow(Source source, int milliPoints, int steps, int zone, int position) {}

    /** The sources that land in one zone, the strongest first, with the running sum of their odds. */
    static final class Basin {
        private final List<Source> sources;
        private final double[] odds;

        Basin(List<Source> unsorted) {
            sources = unsorted.stream()
                    .filter(source -> source.milliPoints > 0)
                    .sorted(Comparator.comparingInt(Source::milliPoints)
                            .reversed()
                            .thenComparing(Source::key))
                    .toList();
            odds = new double[sources.size() + 1];
            for (int i = 0; i < sources.size(); i++) {
                odds[i + 1] = odds[i] + Odds.of(sources.get(i).milliPoints);
            }
        }

        private int strongerThan(int milliPoints) {
            int low = 0;
            int high = sources.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sources.get(middle).milliPoints > milliPoints) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
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

    /** The score of whatever is so many breaks away from each zone. */
    int total(int[] steps) {
        double[] parts = new double[basins.size()];
        int worst = 0;
        int used = 0;
        for (int zone = 0; zone < parts.length; zone++) {
            Basin basin = basins.get(zone);
            int cost = cost(steps[zone]);
            int count = basin.strongerThan(cost);
            if (count > 0) {
                parts[used++] = basin.odds[count] / Odds.of(cost);
                worst = Math.max(worst, basin.sources.get(0).milliPoints - cost);
            }
        }
        Arrays.sort(parts, 0, used);
        return Math.max(worst, Odds.score(Arrays.stream(parts, 0, used).sum()));
    }

    /** The same with a line for each of the strongest sources, and one for all the others. */
    List<Contribution> lines(int[] steps) {
        var heads = new PriorityQueue<Flow>(
                Comparator.comparingInt(Flow::milliPoints).reversed().thenComparing(flow -> flow.source.key));
        int causes = 0;
        for (int zone = 0; zone < basins.size(); zone++) {
            causes += basins.get(zone).strongerThan(cost(steps[zone]));
            push(heads, zone, 0, steps[zone]);
        }
        var strongest = new ArrayList<RollUp.Part>();
        while (!heads.isEmpty() && strongest.size() < linesShown) {
            Flow flow = heads.poll();
            strongest.add(part(flow));
            push(heads, flow.zone, flow.position + 1, flow.steps);
        }
        return RollUp.divide(total(steps), strongest, causes - strongest.size(), "LINK:*", "further links");
    }

    private void push(PriorityQueue<Flow> heads, int zone, int position, int steps) {
        List<Source> sources = basins.get(zone).sources;
        if (position < sources.size() && sources.get(position).milliPoints > cost(steps)) {
            Source source = sources.get(position);
            heads.add(new Flow(source, source.milliPoints - cost(steps), steps, zone, position));
        }
    }

    private static RollUp.Part part(Flow flow) {
        int breaks = flow.source.breaks + flow.steps;
        String detail = flow.source.name + ", " + breaks + (breaks == 1 ? " break away" : " breaks away");
        return new RollUp.Part("LINK:" + flow.source.key, flow.milliPoints, detail);
    }

    private int cost(int steps) {
        return (int) Math.min(Odds.HIGHEST, (long) steps * milliPerBreak);
    }
}
