package dev.sekisho.risk.score;

import java.util.Comparator;
import java.util.List;

/**
 * A score 0..100 in milli-points, defined as the sum of its contributions. It is an index, not a probability: five points
 * more mean twice the expected loss.
 *
 * @param milliPoints the sum; kept, for scores are compared far more often than made
 * @param wholeMilli before a floor raised it and before it was brought between 0 and 100: tells scores apart that are the
 *     same; far less than any other where nothing leads anywhere
 * @param lowMilli the score if every unknown turned out well
 * @param highMilli the score if everything turned out badly, what sources cannot decide included
 */
public record Score(List<Contribution> contributions, int milliPoints, int wholeMilli, int lowMilli, int highMilli) {

    private static final long FIRST_OF_TEN_DIGITS = 1_000_000_000L;

    /** The order of every list by score: of those that are the same the one that is surer to be so comes first. */
    public static final Comparator<Score> WORST_FIRST = Comparator.comparingInt(Score::milliPoints)
            .thenComparingInt(Score::wholeMilli)
            .thenComparingInt(Score::lowMilli)
            .reversed();

    public Score {
        contributions = List.copyOf(contributions);
        if (milliPoints != sum(contributions)) {
            throw new IllegalArgumentException("a score is the sum of its contributions");
        }
    }

    public Score(List<Contribution> contributions, int wholeMilli, int lowMilli, int highMilli) {
        this(contributions, sum(contributions), wholeMilli, lowMilli, highMilli);
    }

    /** One that nothing raised or capped. */
    public Score(List<Contribution> contributions, int lowMilli, int highMilli) {
        this(contributions, sum(contributions), lowMilli, highMilli);
    }

    /** The same, which may be as much as that. */
    public Score reaching(int milli) {
        return milli > highMilli ? new Score(contributions, milliPoints, wholeMilli, lowMilli, milli) : this;
    }

    private static int sum(List<Contribution> contributions) {
        int sum = 0;
        for (Contribution contribution : contributions) {
            sum += contribution.milliPoints();
        }
        return sum;
    }

    /** Text that sorts as {@link #WORST_FIRST} does the other way round. */
    public String sortable() {
        return sortable(milliPoints) + sortable(wholeMilli) + sortable(lowMilli);
    }

    /** Half of all numbers is added, so that none is negative; all texts are as long. */
    private static String sortable(int figure) {
        return Long.toString(FIRST_OF_TEN_DIGITS + figure - Integer.MIN_VALUE);
    }

    public Band band() {
        return Band.of(milliPoints);
    }
}
