package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Loss;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Points;
import dev.sekisho.risk.score.Upkeep.Floor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A score as one story: what is at stake at the worst target, minus what still stands in between, how the way is kept, and
 * what all other targets add.
 *
 * @param lines they sum to the score
 */
public record Story(List<Contribution> lines, int milliPoints) {
    /** Nothing leads anywhere. */
    public static final Story NONE = new Story(List.of(), 0);

    private static final int FURTHER_LINES = 10;

    /**
     * @param lead the worst term
     * @param stake of its target
     * @param whole of all terms together
     * @param floor below which the score does not come
     */
    public static Story of(Term lead, Stake stake, int whole, Floor floor, Model.Terms terms) {
        Sight sight = lead.sight();
        var lines = new ArrayList<Contribution>(lead.entrant().upkeep().lines().size() + FURTHER_LINES);
        lines.add(new Contribution("CONSEQUENCE", stake.greatest(), stake.what()));
        for (int i = 1; i <= sight.breaks(); i++) {
            lines.add(new Contribution("BREAK." + i, -Points.milli(terms.perBreak()), breakInWords(i, sight, stake)));
        }
        lines.add(new Contribution("BASE", -Points.milli(terms.base()), "the best way conceivable"));
        lines.addAll(lead.entrant().upkeep().lines());
        if (sight.inner() != 0) {
            lines.add(new Contribution("INNER", sight.inner(), "how little filters inside, at " + stake.name()));
        }
        if (sight.vulnerability() != 0) {
            lines.add(new Contribution(
                    "V",
                    sight.vulnerability(),
                    lead.pool().and(stake.pool()).causes().get(0).detail()));
        }
        addRest(lines, whole, floor);
        return new Story(Collections.unmodifiableList(lines), sum(lines));
    }

    private static void addRest(List<Contribution> lines, int whole, Floor floor) {
        int breadth = whole - sum(lines);
        if (breadth != 0) {
            lines.add(new Contribution("BREADTH", breadth, "everything else within reach"));
        }
        boolean raised = floor.milliPoints() > 0 && floor.milliPoints() > whole;
        int held = raised ? floor.milliPoints() : whole;
        if (raised) {
            lines.add(new Contribution("FLOOR." + floor.code(), held - whole, floor.detail()));
        }
        if (Loss.capped(held) != held) {
            lines.add(new Contribution("CAP", Loss.capped(held) - held, "a score lies between 0 and 100"));
        }
    }

    private static String breakInWords(int number, Sight sight, Stake stake) {
        String more = sight.breaks() == Distances.BEYOND ? " or more" : "";
        return number + " of " + sight.breaks() + more + (sight.breaks() == 1 ? " thing" : " things")
                + " still to be broken on the way to " + stake.name();
    }

    private static int sum(List<Contribution> lines) {
        int sum = 0;
        for (Contribution line : lines) {
            sum += line.milliPoints();
        }
        return sum;
    }
}
