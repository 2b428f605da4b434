package dev.sekisho.risk.stake;

import dev.sekisho.risk.entry.Door;
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
 * @param whole what it was before a floor raised it and before it was capped
 */
public record Story(List<Contribution> lines, int milliPoints, int whole) {
    /** Nothing leads anywhere. */
    public static final Story NONE = new Story(List.of(), 0, Greatest.NOTHING);

    private static final int FURTHER_LINES = 10;

    /** Percent of what a link without a filter leaks: two thirds are made by a filter alone that nobody can show. */
    private static final int LITTLE_FILTERED = 66;

    private static final int WELL_FILTERED = 10;

    /**
     * @param lead the worst term
     * @param stake of its target
     * @param whole of all terms together
     * @param floor below which the score does not come
     */
    public static Story of(Term lead, Stake stake, int whole, Floor floor, Model.Terms terms) {
        Sight sight = lead.sight();
        var lines = new ArrayList<Contribution>(lead.entrant().upkeep().lines().size() + FURTHER_LINES);
        lines.add(new Contribution(
                "CONSEQUENCE", stake.greatest(), stake.what(), String.valueOf(stake.greatest() / 1000)));
        for (int i = 1; i <= sight.breaks(); i++) {
            lines.add(breakLine(i, sight, stake, terms));
        }
        lines.add(new Contribution("BASE", -Points.milli(terms.base())));
        lines.addAll(lead.entrant().upkeep().lines());
        if (sight.inner() != 0) {
            lines.add(new Contribution(
                    "INNER",
                    sight.inner(),
                    inside(lead.entrant().door(), stake, sight.inner(), Points.milli(terms.inner()))));
        }
        if (sight.vulnerability() != 0) {
            lines.add(new Contribution(
                    "V",
                    sight.vulnerability(),
                    lead.pool().and(stake.pool()).causes().get(0).facts()));
        }
        addRest(lines, whole, floor);
        return new Story(Collections.unmodifiableList(lines), sum(lines), whole);
    }

    /** Whoever lands in the target finds nothing that filters, however well all else is kept. */
    private static List<String> inside(Door door, Stake stake, int inner, int atMost) {
        if (door.zone() == null) {
            return List.of("HELD", stake.name());
        }
        if (door.zone().equals(stake.subject().key())) {
            return List.of("LANDING", stake.name());
        }
        int percent = (100 * inner + atMost - 1) / atMost;
        String filtered = percent > LITTLE_FILTERED ? "LITTLE" : percent > WELL_FILTERED ? "PARTLY" : "WELL";
        return List.of(filtered, stake.name(), String.valueOf(percent));
    }

    private static void addRest(List<Contribution> lines, int whole, Floor floor) {
        int breadth = whole - sum(lines);
        if (breadth != 0) {
            lines.add(new Contribution("BREADTH", breadth));
        }
        boolean raised = floor.milliPoints() > 0 && floor.milliPoints() > whole;
        int held = raised ? floor.milliPoints() : whole;
        if (raised) {
            lines.add(new Contribution("FLOOR." + floor.code(), held - whole));
        }
        if (Loss.capped(held) != held) {
            lines.add(new Contribution("CAP", Loss.capped(held) - held));
        }
    }

    private static Contribution breakLine(int number, Sight sight, Stake stake, Model.Terms terms) {
        return new Contribution(
                "BREAK." + number,
                -Points.milli(terms.perBreak()),
                String.valueOf(number),
                String.valueOf(sight.breaks()),
                stake.name());
    }

    private static int sum(List<Contribution> lines) {
        int sum = 0;
        for (Contribution line : lines) {
            sum += line.milliPoints();
        }
        return sum;
    }
}
