package dev.sekisho.risk.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The risk R of one link as a sum of lines.
 *
 * @param highMilli the sum if every unknown turned out badly
 * @param exposureMilli E alone
 */
public record LinkRisk(List<Contribution> lines, int milliPoints, int highMilli, int exposureMilli) {
    private static final int MILLI = 1000;
    private static final int FURTHER_LINES = 7;

    /** A link that is cut and verified, or retired. */
    public static final LinkRisk DOWN = new LinkRisk(List.of(), 0, 0, 0);

    /**
     * All that is weighed.
     *
     * @param vulnerability of the software behind it
     * @param assurance of the third party; none on links between our own zones
     */
    public record Facts(
            Exposure.Weighed exposure, Share vulnerability, Share assurance, Harm harm, Floor.Conditions floors) {}

    public static LinkRisk of(Facts facts, Model model) {
        var lines = new ArrayList<Contribution>(
                facts.exposure().lines().size() + facts.vulnerability().lines().size() + FURTHER_LINES);
        lines.addAll(facts.exposure().lines());
        lines.addAll(facts.vulnerability().lines());
        lines.addAll(facts.assurance().lines());
        Contribution consequence = new Factor(
                        "CONSEQUENCE", facts.harm().points(), facts.harm().detail())
                .line("C.", model.mix().consequence());
        lines.add(consequence);
        int sum = facts.exposure().lineSum()
                + facts.vulnerability().milliPoints()
                + facts.assurance().milliPoints()
                + consequence.milliPoints();
        int score = sum;
        Optional<Floor> floor = Floor.highest(facts.floors(), model.floors());
        if (floor.isPresent() && floor.get().points() * MILLI > sum) {
            score = floor.get().points() * MILLI;
            lines.add(new Contribution(
                    "FLOOR." + floor.get().code(), score - sum, floor.get().detail()));
        }
        int high = sum + facts.vulnerability().doubt() + facts.assurance().doubt();
        return new LinkRisk(
                Collections.unmodifiableList(lines),
                score,
                Math.max(high, score),
                facts.exposure().milliPoints());
    }
}
