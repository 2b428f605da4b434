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

        @Schema(
                description =
                        "Rows that a person of ours says are not affected or fixed; none of the other numbers counts them.")
        int cleared,

        @Schema(description = "The same numbers of the proven rows alone; the numbers above are of both together.")
        FlawCountsView proven,

        @Schema(
                description =
                        "The highest among the proven rows, or among the possible ones where none is proven, or else among the cleared ones.")
        Severity severity,

        @Schema(description = "The highest V among them, 0 to 100.")
        BigDecimal score) {

    /** What to group by. */
    @Schema(name = "UnpatchedGroupBy", description = "What rows of unpatched software are grouped by.")
    enum By {
        PRODUCT,
        THIRD_PARTY
    }

    static UnpatchedGroupView of(By by, String key, String name, List<UnpatchedSoftware.Row> all) {
        List<UnpatchedSoftware.Row> rows = all.stream()
                .filter(row -> row.certainty() != UnpatchedView.Certainty.CLEARED)
                .toList();
        FlawCountsView proven = FlawCountsView.of(rows, UnpatchedView.Certainty.PROVEN);
        UnpatchedView.Certainty best = all.stream()
                .map(UnpatchedSoftware.Row::certainty)
                .min(Comparator.naturalOrder())
                .orElse(UnpatchedView.Certainty.CLEARED);
        return new UnpatchedGroupView(
                by,
                key,
                name,
                FlawCountsView.distinct(rows, UnpatchedSoftware.Row::installation),
                FlawCountsView.distinct(rows, UnpatchedSoftware.Row::advisory),
                rows.size(),
                FlawCountsView.count(rows, row -> row.flaw().exploited()),
                FlawCountsView.count(rows, row -> row.flaw().deadline().overdue()),
                FlawCountsView.count(rows, row -> row.flaw().noFix()),
                FlawCountsView.count(rows, row -> row.flaw().match().verdict() == Verdict.UNKNOWN),
                rows.size() - proven.flaws(),
                all.size() - rows.size(),
                proven,
                all.stream()
                        .filter(row -> row.certainty() == best)
                        .map(UnpatchedSoftware.Row::severity)
                        .max(Comparator.naturalOrder())
                        .orElse(Severity.MEDIUM),
                Points.shown(rows.stream()
                        .mapToInt(UnpatchedSoftware.Row::milliPoints)
                        .max()
                        .orElse(0)));
    }

    UnpatchedView.Certainty certainty() {
        return proven.flaws() > 0
                ? UnpatchedView.Certainty.PROVEN
                : possible > 0 ? UnpatchedView.Certainty.POSSIBLE : UnpatchedView.Certainty.CLEARED;
    }
}
