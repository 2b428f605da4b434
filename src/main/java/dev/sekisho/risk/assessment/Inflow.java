package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.ZoneScoreSources.Basin;
import dev.sekisho.risk.assessment.ZoneScoreSources.Source;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Odds;
import dev.sekisho.risk.score.RollUp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What flows into one zone or organization out of all basins: a sum, and the strongest flows. The sum is in whole grains
 * and the flows have a fixed order, so one basin can be taken out and another put in its place without a look at the
 * others, and what comes out is what adding up anew would say.
 */
final class Inflow {
    private static final Comparator<Flow> STRONGEST_FIRST =
            Comparator.comparingInt(Flow::milliPoints).reversed().thenComparing(flow -> flow.source.key());

    private final int milliPerBreak;
    private final int shown;
    /** More than are shown, so that a few can go before all basins have to be looked at again. */
    private final int kept;

    private long odds;
    private int causes;
    /** The strongest, in their order: whatever is not among them comes after the last. */
    private List<Flow> strongest;

    private record Flow(Source source, int milliPoints, int zone, int steps) {}

    Inflow(int milliPerBreak, int shown) {
        this.milliPerBreak = milliPerBreak;
        this.shown = Math.max(1, shown);
        this.kept = 2 * this.shown;
        strongest = new ArrayList<>();
    }

    private Inflow(Inflow other) {
        milliPerBreak = other.milliPerBreak;
        shown = other.shown;
        kept = other.kept;
        odds = other.odds;
        causes = other.causes;
        strongest = new ArrayList<>(other.strongest);
    }

    /** The same, to be changed. */
    Inflow copy() {
        return new Inflow(this);
    }

    /** Adds what of a basin is left after so many breaks. */
    void add(int zone, Basin basin, int breaks) {
        boolean all = causes == strongest.size();
        count(basin, breaks, 1);
        offer(zone, basin, breaks, all);
    }

    /**
     * Puts a basin in the place of another.
     *
     * @return whether the strongest are still known; else everything has to be added up anew
     */
    boolean exchange(int zone, Basin old, Basin now, int breaks) {
        boolean all = causes == strongest.size();
        Flow weakest = all ? null : strongest.get(strongest.size() - 1);
        count(old, breaks, -1);
        count(now, breaks, 1);
        strongest.removeIf(flow -> flow.zone == zone);
        for (Flow flow : flows(zone, now, breaks)) {
            if (weakest != null && STRONGEST_FIRST.compare(flow, weakest) > 0) {
                break;
            }
            insert(flow);
        }
        trim();
        return strongest.size() >= Math.min(shown, causes);
    }

    private void count(Basin basin, int breaks, int sign) {
        odds += sign * basin.odds[breaks];
        causes += sign * basin.causes[breaks];
    }

    /** Takes the sources for as long as they are among the strongest. */
    private void offer(int zone, Basin basin, int breaks, boolean all) {
        boolean room = all;
        for (int i = 0; i < basin.causes[breaks]; i++) {
            Source source = basin.sources.get(i);
            var flow = new Flow(source, source.milliPoints() - breaks * milliPerBreak, zone, breaks);
            boolean fits = room && strongest.size() < kept;
            if (!fits && STRONGEST_FIRST.compare(flow, strongest.get(strongest.size() - 1)) > 0) {
                return;
            }
            room = fits;
            insert(flow);
            trim();
        }
    }

    private List<Flow> flows(int zone, Basin basin, int breaks) {
        var flows = new ArrayList<Flow>();
        for (int i = 0; i < Math.min(kept, basin.causes[breaks]); i++) {
            Source source = basin.sources.get(i);
            flows.add(new Flow(source, source.milliPoints() - breaks * milliPerBreak, zone, breaks));
        }
        return flows;
    }

    private void insert(Flow flow) {
        int at = strongest.size();
        while (at > 0 && STRONGEST_FIRST.compare(strongest.get(at - 1), flow) > 0) {
            at--;
        }
        strongest.add(at, flow);
    }

    private void trim() {
        while (strongest.size() > kept) {
            strongest.remove(strongest.size() - 1);
        }
    }

    int total() {
        int worst = causes == 0 ? 0 : strongest.get(0).milliPoints;
        return Math.max(worst, Odds.score(odds / ZoneScoreSources.GRAINS));
    }

    /** The same with a line for each of the strongest sources, and one for all the others. */
    List<Contribution> lines() {
        List<RollUp.Part> lines =
                strongest.stream().limit(shown).map(Inflow::part).toList();
        return RollUp.divide(total(), lines, causes - lines.size(), "LINK:*", "further links");
    }

    private static RollUp.Part part(Flow flow) {
        int breaks = flow.source.breaks() + flow.steps;
        String detail = flow.source.name() + ", " + breaks + (breaks == 1 ? " break away" : " breaks away");
        return new RollUp.Part("LINK:" + flow.source.key(), flow.milliPoints, detail);
    }
}
