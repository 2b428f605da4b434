package dev.sekisho.score;

import dev.sekisho.web.list.DayOrInstant;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The days a history is asked for, all of them days in UTC. */
record Span(
        @QueryParam("from")
        @Parameter(
                description =
                        "First day: a date, which is one in UTC, or an instant (RFC 3339), which stands for its day in UTC.",
                example = "2026-01-01",
                schema = @Schema(type = SchemaType.STRING, pattern = DayOrInstant.PATTERN))
        @Nullable
        DayOrInstant from,

        @QueryParam("to")
        @Parameter(
                description =
                        "Last day: a date, which is one in UTC, or an instant (RFC 3339), which stands for its day in UTC, such as 2026-11-01T00:00:00Z. One to come stands for today.",
                schema = @Schema(type = SchemaType.STRING, pattern = DayOrInstant.PATTERN))
        @Nullable
        DayOrInstant to,

        @QueryParam("granularity")
        @Parameter(example = "day", schema = @Schema(type = SchemaType.STRING, enumeration = "day"))
        @Nullable
        String granularity) {
    private static final int DEFAULT_DAYS = 90;
    private static final int LONGEST_DAYS = 3660;

    void checkGranularity() {
        if (granularity != null && !granularity.equals("day")) {
            throw ProblemException.at(ProblemType.INVALID, "granularity", "granularity takes day.");
        }
    }

    /** What is to come has no score yet. */
    LocalDate last(LocalDate today) {
        return to == null || to.day().isAfter(today) ? today : to.day();
    }

    LocalDate first(LocalDate today) {
        LocalDate last = last(today);
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : from.day();
        if (first.isAfter(today)) {
            throw ProblemException.at(ProblemType.IMPOSSIBLE, "from", "from lies in the future.");
        }
        if (last.isBefore(first) || from != null && to != null && from.isAfter(to)) {
            throw ProblemException.at(ProblemType.IMPOSSIBLE, "from", "from lies after to.");
        }
        if (ChronoUnit.DAYS.between(first, last) > LONGEST_DAYS) {
            throw ProblemException.at(ProblemType.INVALID, "from", "At most 3660 days are shown at once.");
        }
        return first;
    }
}
