package dev.sekisho.ruleset;

import dev.sekisho.ruleset.format.Format;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request for a rule set; what is not one of the values taken is refused by name. */
final class RuleSetParameters {
    private RuleSetParameters() {}

    static Format format(@Nullable String asked) {
        if (asked == null) {
            throw ProblemException.at(
                    ProblemType.INVALID,
                    "format",
                    "format is needed; it takes one of " + List.of(Format.values()) + ".");
        }
        return Arrays.stream(Format.values())
                .filter(format -> format.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> ProblemException.at(
                        ProblemType.INVALID, "format", "format takes one of " + List.of(Format.values()) + "."));
    }

    static @Nullable Integer revision(String parameter, @Nullable String asked) {
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
