package dev.sekisho.risk.score;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A score below which a link cannot come while a condition holds.
 *
 * @param points the least score
 * @param detail the condition, in words
 */
public record Floor(String code, int points, String detail) {
    private static final String CROWN = "a crown jewel is at most one break away";

    /**
     * The conditions.
     *
     * @param noFilter NONE, UNKNOWN or a filter in name only
     * @param crownWithinOne a crown jewel is at most one break away
     * @param openSoftware exploited software, or software without a fix, is live behind the link
     * @param compromised the third party told us, or we found, that somebody is inside
     * @param overdueExploited exploited, past its deadline, and reachable by a third party or the internet
     */
    public record Conditions(
            boolean noFilter,
            boolean crownWithinOne,
            boolean openSoftware,
            boolean compromised,
            boolean overdueExploited,
            boolean privileged,
            boolean weakAuthentication) {}

    /** The highest floor that applies; the first of those that are as high. */
    static Optional<Floor> highest(Conditions when, Model.Floors model) {
        Floor highest = null;
        highest =
                higher(highest, when.noFilter && when.crownWithinOne, "F1", model.F1(), "nothing filters and " + CROWN);
        highest = higher(
                highest,
                when.noFilter && when.openSoftware,
                "F2",
                model.F2(),
                "nothing filters and software behind it is open to attack");
        highest = higher(
                highest, when.compromised, "F3", model.F3(), "the third party is compromised and the link is up");
        highest = higher(
                highest,
                when.overdueExploited,
                "F4",
                model.F4(),
                "an exploited flaw is past its deadline within reach of outsiders");
        highest = higher(
                highest,
                when.privileged && when.weakAuthentication,
                "F5",
                model.F5(),
                "privileged access behind weak authentication");
        highest = higher(
                highest, when.privileged && when.crownWithinOne, "F6", model.F6(), "privileged access and " + CROWN);
        return Optional.ofNullable(highest);
    }

    private static @Nullable Floor higher(
            @Nullable Floor known, boolean applies, String code, int points, String detail) {
        return applies && (known == null || points > known.points) ? new Floor(code, points, detail) : known;
    }
}
