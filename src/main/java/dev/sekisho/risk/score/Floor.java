package dev.sekisho.risk.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A score below which a link cannot come while a condition holds.
 *
 * @param points the least score
 * @param detail the condition, in words
 */
public record Floor(String code, int points, String detail) {

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

    /** The highest floor that applies. */
    static Optional<Floor> highest(Conditions when, Model.Floors model) {
        var floors = new ArrayList<Floor>();
        String crown = "a crown jewel is at most one break away";
        add(floors, when.noFilter && when.crownWithinOne, "F1", model.F1(), "nothing filters and " + crown);
        add(
                floors,
                when.noFilter && when.openSoftware,
                "F2",
                model.F2(),
                "nothing filters and software behind it is open to attack");
        add(floors, when.compromised, "F3", model.F3(), "the third party is compromised and the link is up");
        add(
                floors,
                when.overdueExploited,
                "F4",
                model.F4(),
                "an exploited flaw is past its deadline within reach of outsiders");
        add(
                floors,
                when.privileged && when.weakAuthentication,
                "F5",
                model.F5(),
                "privileged access behind weak authentication");
        add(floors, when.privileged && when.crownWithinOne, "F6", model.F6(), "privileged access and " + crown);
        return floors.stream().max(Comparator.comparingInt(Floor::points));
    }

    private static void add(List<Floor> floors, boolean applies, String code, int points, String detail) {
        if (applies) {
            floors.add(new Floor(code, points, detail));
        }
    }
}
