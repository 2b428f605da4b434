package dev.sekisho.software;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.score.Points;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The live flaws of one product, or of what one third party can reach or supplies. */
@Schema(
        name = "UnpatchedGroup",
        description = "The live flaws of one product, or of what one third party can reach or supplies.")
record UnpatchedGroupView(
        By groupBy,

        @Schema(description = "Key of the product or third party.")
        String key,

        String name,

        @Schema(description = "Installations with a live flaw.")
        int installations,

        @Schema(description = "Distinct advisories.") int advisories,

        @Schema(description = "Installations and advisories together: the rows behind this one.")
        int flaws,

        int exploited,
        int overdue,
        int noFix,
        int unknown,

        @Schema(description = "Rows that no source can decide; they count in the upper end of scores alone.")
        int possible,

        @Schema(description = "The highest among them.") Severity severity,

        @Schema(description = "The highest V among them, 0 to 100.")
        BigDecimal score) {

    /** What to group by. */
    @Schema(name = "UnpatchedGroupBy", description = "What rows of unpatched software are grouped by.")
    enum By {
        PRODUCT,
        THIRD_PARTY
    }

    static UnpatchedGroupView of(By by, String key, String name, List<UnpatchedSoftware.Row> rows) {
        return new UnpatchedGroupView(
                by,
                key,
                name,
                (int) rows.stream()
                        .map(UnpatchedSoftware.Row::installation)
                        .distinct()
                        .count(),
                (int) rows.stream()
                        .map(UnpatchedSoftware.Row::advisory)
                        .distinct()
                        .count(),
                rows.size(),
                (int) rows.stream().filter(row -> row.flaw().exploited()).count(),
                (int) rows.stream()
                        .filter(row -> row.flaw().deadline().overdue())
                        .count(),
                (int) rows.stream().filter(row -> row.flaw().noFix()).count(),
                (int) rows.stream()
                        .filter(row -> row.flaw().match().verdict() == Verdict.UNKNOWN)
                        .count(),
                (int) rows.stream().filter(row -> row.flaw().possible()).count(),
                rows.stream()
                        .map(UnpatchedSoftware.Row::severity)
                        .max(Comparator.naturalOrder())
                        .orElse(Severity.MEDIUM),
                Points.shown(rows.stream()
                        .mapToInt(UnpatchedSoftware.Row::milliPoints)
                        .max()
                        .orElse(0)));
    }
}
