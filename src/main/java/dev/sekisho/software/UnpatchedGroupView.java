package dev.sekisho.software;

import dev.sekisho.risk.Severity;
import dev.sekisho.risk.estate.Verdict;
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
        @Schema(description = "The highest among them.") Severity severity,

        @Schema(description = "The highest V among them, 0 to 100.")
        BigDecimal score) {

    /** What to group by. */
    @Schema(name = "UnpatchedGroupBy")
    enum By {
        PRODUCT,
        THIRD_PARTY
    }

    static UnpatchedGroupView of(By by, String key, String name, List<UnpatchedView> rows) {
        return new UnpatchedGroupView(
                by,
                key,
                name,
                (int) rows.stream().map(UnpatchedView::key).distinct().count(),
                (int) rows.stream().map(UnpatchedView::advisory).distinct().count(),
                rows.size(),
                (int) rows.stream().filter(row -> row.exploited() != null).count(),
                (int) rows.stream()
                        .filter(row -> row.deadline().daysOverdue() > 0)
                        .count(),
                (int) rows.stream().filter(row -> row.fix() == null).count(),
                (int) rows.stream()
                        .filter(row -> row.verdict() == Verdict.UNKNOWN)
                        .count(),
                rows.stream()
                        .map(UnpatchedView::severity)
                        .max(Comparator.naturalOrder())
                        .orElse(Severity.MEDIUM),
                rows.stream()
                        .map(UnpatchedView::score)
                        .max(Comparator.naturalOrder())
                        .orElse(BigDecimal.ZERO));
    }
}
