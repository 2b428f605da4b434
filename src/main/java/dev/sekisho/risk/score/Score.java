package dev.sekisho.risk.score;

import java.util.List;

/**
 * A score 0..100 in milli-points, defined as the sum of its contributions. It is an index, not a probability: ten points
 * more mean twice the odds.
 *
 * @param lowMilli the score if every unknown turned out well
 * @param highMilli the score if every unknown turned out badly
 */
public record Score(List<Contribution> contributions, int lowMilli, int highMilli) {

    public Score {
        contributions = List.copyOf(contributions);
    }

    public int milliPoints() {
        return contributions.stream().mapToInt(Contribution::milliPoints).sum();
    }

    public Band band() {
        return Band.of(milliPoints());
    }
}
