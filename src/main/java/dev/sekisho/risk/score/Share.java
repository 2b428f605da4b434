package dev.sekisho.risk.score;

import java.util.ArrayList;
import java.util.List;

/**
 * What many links have in common: the lines of a part of their risk, made once.
 *
 * @param doubt what priors for unknown facts may yet cost
 */
public record Share(List<Contribution> lines, int milliPoints, int doubt) {
    /** Nothing to add. */
    public static final Share NONE = new Share(List.of(), 0, 0);

    /** V of distinct causes, divided among them by their odds. */
    public static Share of(List<Cause> causes, Model model) {
        if (causes.isEmpty()) {
            return NONE;
        }
        double weight = model.mix().vulnerability();
        int[] scores = causes.stream().mapToInt(Cause::milliPoints).toArray();
        int[] highs = causes.stream().mapToInt(Cause::highMilli).toArray();
        int whole = weighed(weight, Odds.combine(scores));
        int[] parts = Odds.divide(
                whole,
                causes.stream()
                        .mapToDouble(cause -> Odds.of(cause.milliPoints()))
                        .toArray());
        var lines = new ArrayList<Contribution>();
        for (int i = 0; i < parts.length; i++) {
            Cause cause = causes.get(i);
            lines.add(new Contribution("V." + cause.key(), parts[i], cause.detail()));
        }
        return new Share(List.copyOf(lines), whole, weighed(weight, Odds.combine(highs)) - whole);
    }

    /** A of a third party. */
    public static Share of(Assurance assurance, Model model) {
        List<Contribution> lines = lines(assurance, model);
        int whole = sum(lines);
        return new Share(lines, whole, sum(lines(assurance.atWorst(), model)) - whole);
    }

    private static List<Contribution> lines(Assurance assurance, Model model) {
        return assurance.factors(model.assurance()).stream()
                .map(factor -> factor.line("A.", model.mix().assurance()))
                .toList();
    }

    private static int weighed(double weight, int milliPoints) {
        return (int) Math.round(weight * milliPoints);
    }

    private static int sum(List<Contribution> lines) {
        return lines.stream().mapToInt(Contribution::milliPoints).sum();
    }
}
