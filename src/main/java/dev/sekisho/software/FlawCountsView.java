package dev.sekisho.software;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many flaws there are of one certainty; what differs in that is never counted together. */
@Schema(
        name = "FlawCounts",
        description =
                "How many flaws there are, all of them proven, all of them possible or all of them cleared: these are counted apart.")
record FlawCountsView(
        @Schema(description = "Installations and advisories together: rows of the list.")
        int flaws,

        @Schema(description = "Distinct installations.") int installations,
        @Schema(description = "Distinct advisories.") int advisories,

        @Schema(description = "Flaws of which somebody says that they are exploited somewhere.")
        int exploited,

        @Schema(description = "Flaws past their deadline; of possible ones, what would be past it if it were proven.")
        int overdue,

        @Schema(description = "Flaws no fix is known for.") int noFix) {

    static FlawCountsView of(List<UnpatchedSoftware.Row> rows, UnpatchedView.Certainty certainty) {
        List<UnpatchedSoftware.Row> counted =
                rows.stream().filter(row -> row.certainty() == certainty).toList();
        return new FlawCountsView(
                counted.size(),
                distinct(counted, UnpatchedSoftware.Row::installation),
                distinct(counted, UnpatchedSoftware.Row::advisory),
                count(counted, row -> row.flaw().exploited()),
                count(counted, row -> row.flaw().deadline().overdue()),
                count(counted, row -> row.flaw().noFix()));
    }

    static int distinct(List<UnpatchedSoftware.Row> rows, Function<UnpatchedSoftware.Row, String> name) {
        return (int) rows.stream().map(name).distinct().count();
    }

    static int count(List<UnpatchedSoftware.Row> rows, Predicate<UnpatchedSoftware.Row> wanted) {
        return (int) rows.stream().filter(wanted).count();
    }
}
