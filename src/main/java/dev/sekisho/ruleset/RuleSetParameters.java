package dev.sekisho.ruleset;

import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request for a rule set; what is not one of the values taken is refused by name. */
public final class RuleSetParameters {
    private RuleSetParameters() {}

    public static Format format(@Nullable String asked) {
        if (asked == null) {
            throw ProblemException.at(
                    ProblemType.INVALID,
                    "format",
                    "format is needed; it takes one of " + List.of(Format.values()) + ".");
        }
        return one(Format.class, "format", asked);
    }

    /** How many devices may guard one link. */
    public static final int POSITIONS = 10;

    /** Where a device stands on the way. */
    public static int position(String asked) {
        if (!asked.matches("[1-9]|10")) {
            throw ProblemException.at(
                    ProblemType.INVALID, "position", "position takes a number from 1 to " + POSITIONS + ".");
        }
        return Integer.parseInt(asked);
    }

    /** What a device was stated to do to addresses; null where nothing was. */
    public static @Nullable Rewriting rewriting(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        return one(Rewriting.class, "rewriting", asked);
    }

    private static <E extends Enum<E>> E one(Class<E> all, String parameter, String asked) {
        E[] known = all.getEnumConstants();
        return Arrays.stream(known)
                .filter(one -> one.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> ProblemException.at(
                        ProblemType.INVALID, parameter, parameter + " takes one of " + List.of(known) + "."));
    }

    public static @Nullable Integer revision(String parameter, @Nullable String asked) {
        if (asked == null) {
            return null;
        }
        if (!asked.matches("[1-9][0-9]{0,8}")) {
            throw ProblemException.at(
                    ProblemType.INVALID, parameter, parameter + " takes the number of a revision, counted from 1.");
        }
        return Integer.valueOf(asked);
    }
}
