package dev.sekisho.risk.score;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param causes distinct
     * @param assurance absent on links between our own zones
     */
    public record Facts(
            Exposure exposure, List<Cause> causes, @Nullable Assurance assurance, Harm harm, Floor.Conditions floors) {}

    public static LinkRisk of(Facts facts, Model model) {
        var lines = new ArrayList<Contribution>();
        List<Factor> exposure = facts.exposure().factors(model.exposure());
        exposure.forEach(factor -> lines.add(factor.line("E.", model.mix().exposure())));
        List<Cause> causes = facts.causes();
        lines.addAll(vulnerability(causes, model.mix().vulnerability()));
        if (facts.assurance() != null) {
            facts.assurance()
                    .factors(model.assurance())
                    .forEach(factor -> lines.add(factor.line("A.", model.mix().assurance())));
        }
        lines.add(new Factor("CONSEQUENCE", facts.harm().points(), facts.harm().detail())
                .line("C.", model.mix().consequence()));
        int sum = sum(lines);
        int high = sum
                + doubt(facts.assurance(), model)
                + doubt(causes, model.mix().vulnerability());
        int floor =
                raise(lines, sum, Floor.highest(facts.floors(), model.floors()).orElse(null));
        int e = exposure.stream().mapToInt(factor -> factor.milli(1)).sum();
        return new LinkRisk(List.copyOf(lines), Math.max(sum, floor), Math.max(high, floor), e);
    }

    private static List<Contribution> vulnerability(List<Cause> causes, double weight) {
        int whole = share(weight, Odds.combine(scores(causes)));
        int[] parts = Odds.divide(
                whole,
                causes.stream()
                        .mapToDouble(cause -> Odds.of(cause.milliPoints()))
                        .toArray());
        var lines = new ArrayList<Contribution>();
        for (int i = 0; i < parts.length; i++) {
            lines.add(new Contribution(
                    "V." + causes.get(i).key(), parts[i], causes.get(i).detail()));
        }
        return lines;
    }

    private static int raise(List<Contribution> lines, int sum, @Nullable Floor floor) {
        if (floor == null || floor.points() * MILLI <= sum) {
            return 0;
        }
        lines.add(new Contribution("FLOOR." + floor.code(), floor.points() * MILLI - sum, floor.detail()));
        return floor.points() * MILLI;
    }

    /** What the prior for an unknown rating may yet cost. */
    private static int doubt(@Nullable Assurance assurance, Model model) {
        return assurance == null ? 0 : sum(assurance.atWorst(), model) - sum(assurance, model);
    }

    /** What the prior for an unknown EPSS may yet cost. */
    private static int doubt(List<Cause> causes, double weight) {
        int[] highs = causes.stream().mapToInt(Cause::highMilli).toArray();
        return share(weight, Odds.combine(highs)) - share(weight, Odds.combine(scores(causes)));
    }

    private static int[] scores(List<Cause> causes) {
        return causes.stream().mapToInt(Cause::milliPoints).toArray();
    }

    private static int share(double weight, int milliPoints) {
        return (int) Math.round(weight * milliPoints);
    }

    private static int sum(Assurance assurance, Model model) {
        return assurance.factors(model.assurance()).stream()
                .mapToInt(factor -> factor.milli(model.mix().assurance()))
                .sum();
    }

    private static int sum(List<Contribution> lines) {
        return lines.stream().mapToInt(Contribution::milliPoints).sum();
    }
}
