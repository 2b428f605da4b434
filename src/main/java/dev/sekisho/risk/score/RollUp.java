package dev.sekisho.risk.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The risk of something larger from the risks of its parts, one line a part. */
public final class RollUp {
    /**
     * One part at its weight.
     *
     * @param code the line it gets
     */
    public record Part(String code, int milliPoints, String detail) {}

    private static final Comparator<Part> WORST_FIRST =
            Comparator.comparingInt(Part::milliPoints).reversed().thenComparing(Part::code);

    private RollUp() {}

    /** LSE10 of the parts as lines, the worst first. */
    public static List<Contribution> lines(List<Part> parts) {
        List<Part> causes = parts.stream()
                .filter(part -> part.milliPoints > 0)
                .sorted(WORST_FIRST)
                .toList();
        return divide(Odds.combine(causes.stream().mapToInt(Part::milliPoints).toArray()), causes);
    }

    /** The same where only the worst parts get a line of their own and so many others share one. */
    public static List<Contribution> divide(int whole, List<Part> parts, int others, String code, String detail) {
        if (others == 0) {
            return divide(whole, parts);
        }
        double shown =
                parts.stream().mapToDouble(part -> Odds.of(part.milliPoints)).sum();
        int rest = Odds.score(Math.max(1, Odds.of(whole) - shown));
        return divide(
                whole,
                Stream.concat(parts.stream(), Stream.of(new Part(code, rest, others + " " + detail)))
                        .toList());
    }

    /** A score already known, divided among its parts by their odds. */
    public static List<Contribution> divide(int whole, List<Part> parts) {
        int[] shares = Odds.divide(
                whole,
                parts.stream().mapToDouble(part -> Odds.of(part.milliPoints)).toArray());
        return IntStream.range(0, shares.length)
                .mapToObj(i -> new Contribution(
                        parts.get(i).code(), shares[i], parts.get(i).detail()))
                .toList();
    }

    /** The mean of the odds as a score, over so many, of which only those above 0 are listed. */
    public static List<Contribution> mean(List<Part> parts, int count) {
        List<Part> causes = new ArrayList<>(
                parts.stream().filter(part -> part.milliPoints > 0).toList());
        causes.sort(WORST_FIRST);
        double odds = causes.stream()
                .mapToInt(Part::milliPoints)
                .sorted()
                .mapToDouble(Odds::of)
                .sum();
        return divide(Odds.score(odds / Math.max(1, count)), causes);
    }
}
