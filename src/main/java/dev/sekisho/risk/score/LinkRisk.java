package dev.sekisho.risk.score;

import java.util.ArrayList;
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

    /** A link that is cut and verified, or retired. */
    public static final LinkRisk DOWN = new LinkRisk(List.of(), 0, 0, 0);

    /**
     * All that is weighed.
     *
     * @param vulnerability of the software behind it
     * @param assurance of the third party; none on links between our own zones
     */
    public record Facts(Exposure exposure, Share vulnerability, Share assurance, Harm harm, Floor.Conditions floors) {}

    public static LinkRisk of(Facts facts, Model model) {
        var lines = new ArrayList<Contribution>();
        List<Factor> exposure = facts.exposure().factors(model.exposure());
        exposure.forEach(factor -> lines.add(factor.line("E.", model.mix().exposure())));
        lines.addAll(facts.vulnerability().lines());
        lines.addAll(facts.assurance().lines());
        lines.add(new Factor("CONSEQUENCE", facts.harm().points(), facts.harm().detail())
                .line("C.", model.mix().consequence()));
        int sum = lines.stream().mapToInt(Contribution::milliPoints).sum();
        int high = sum + facts.vulnerability().doubt() + facts.assurance().doubt();
        Optional<Contribution> raise = Floor.highest(facts.floors(), model.floors())
                .filter(floor -> floor.points() * MILLI > sum)
                .map(floor -> new Contribution("FLOOR." + floor.code(), floor.points() * MILLI - sum, floor.detail()));
        raise.ifPresent(lines::add);
        int score = sum + raise.map(Contribution::milliPoints).orElse(0);
        int e = exposure.stream().mapToInt(factor -> factor.milli(1)).sum();
        return new LinkRisk(List.copyOf(lines), score, Math.max(high, score), e);
    }
}
