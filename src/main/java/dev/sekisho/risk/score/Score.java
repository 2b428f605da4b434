package dev.sekisho.risk.score;

import java.util.List;

/**
 * A score 0..100 in milli-points, defined as the sum of its contributions. It is an index, not a probability: five points
 * more mean twice the expected loss.
 *
 * @param milliPoints the sum; kept, for scores are compared far more often than made
 * @param lowMilli the score if every unknown turned out well
 * @param highMilli the score if everything turned out badly, what sources cannot decide included
 */
public record Score(List<Contribution> contributions, int milliPoints, int lowMilli, int highMilli) {

    public Score {
        contributions = List.copyOf(contributions);
        if (milliPoints != sum(contributions)) {
            throw new IllegalArgumentException("a score is the sum of its contributions");
        }
    }

    public Score(List<Contribution> contributions, int lowMilli, int highMilli) {
        this(contributions, sum(contributions), lowMilli, highMilli);
    }

    /** The same, which may be as much as that. */
    public Score reaching(int milli) {
        return milli > highMilli ? new Score(contributions, milliPoints, lowMilli, milli) : this;
    }

    private static int sum(List<Contribution> contributions) {
        int sum = 0;
        for (Contribution contribution : contributions) {
            sum += contribution.milliPoints();
        }
        return sum;
    }

    public Band band() {
        return Band.of(milliPoints);
    }
}
