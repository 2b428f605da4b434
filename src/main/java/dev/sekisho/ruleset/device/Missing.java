package dev.sekisho.ruleset.device;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to become of a link that names what a new configuration no longer has. */
@Schema(
        name = "MissingParts",
        description =
                "What is to become of a link that names something the new configuration no longer has, such as an interface: REFUSE (422, nothing changes) or NOT_ASSESSABLE (the configuration is taken, and all traffic of that link at that position counts as permitted, as a doubt).")
enum Missing {
    REFUSE,
    NOT_ASSESSABLE;

    static Missing of(@Nullable String asked) {
        if (asked == null) {
            return REFUSE;
        }
        return Arrays.stream(values())
                .filter(one -> one.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> ProblemException.at(
                        ProblemType.INVALID, "missing", "missing takes one of " + List.of(values()) + "."));
    }
}
