package dev.sekisho.risk.question;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Points;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fact that nobody told.
 *
 * @param fact what it is called in what is registered
 * @param couldLowerMilli no score it touches falls by more when it is answered
 * @param scoreMilli the highest score it touches
 * @param best these facts with the best answer there is
 */
public record Question(About about, String fact, int couldLowerMilli, int scoreMilli, UnaryOperator<Estate> best) {
    public static final Comparator<Question> MOST_FIRST = Comparator.comparingInt(Question::couldLowerTenths)
            .thenComparingInt(Question::scoreMilli)
            .reversed()
            .thenComparing(question -> question.about.subject)
            .thenComparing(Question::fact);

    /** The same in tenths of a point, as it is told beside that score. */
    public int couldLowerTenths() {
        return (int) Points.fallInTenths(scoreMilli, couldLowerMilli);
    }

    /**
     * What it is asked of.
     *
     * @param thirdParty key of the one it is about, where it is
     * @param zone key of the zone it is in, is or leads into, where it does
     */
    public record About(
            Subject subject,
            String name,
            @Nullable String thirdParty,
            @Nullable String zone) {}
}
