package dev.sekisho.software;

import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.score.Deadline;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Points;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.software.resolve.ResolveView;
import dev.sekisho.software.verdict.AnalystWordView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An installation with a live flaw. */
@Schema(
        name = "UnpatchedSoftware",
        description =
                "An installation with one live flaw: affected, or not known to be clean; or with one that is merely possible.")
record UnpatchedView(
        @Schema(description = "Key of the installation.") String key,
        @Schema(description = "Name of the installation.") String name,

        @Schema(description = "Key of the software product.")
        String product,

        @Schema(description = "Name of the software product.")
        String productName,

        @Schema(description = "Key of the third party that supplies it; absent where nobody stated one.") @Nullable
        String supplier,

        @Schema(description = "Version that is installed; absent where nobody stated one.") @Nullable
        String version,

        @Schema(description = "Where it is installed.") PlaceView at,

        @Schema(description = "Key of the zone it is in; absent where a third party holds it.") @Nullable
        String zone,

        @Schema(description = "Key of the advisory.", examples = "CVE-2024-21762")
        String advisory,

        @Schema(description = "What the advisory calls the flaw.")
        String title,

        @Schema(description = "CVE id of the advisory; absent where it has none.") @Nullable
        String cve,

        @Schema(
                description =
                        "AFFECTED, CONFLICT (sources disagree, or a person of ours and a source) or UNKNOWN (nothing published settles it); NOT_AFFECTED or FIXED where a person of ours says so.")
        Verdict verdict,

        @Schema(
                description =
                        "PROVEN counts in every score. POSSIBLE is what no source can decide, however well the installation is known: it counts in the upper end of scores alone, and V is 0. CLEARED is what a person of ours says is not affected or fixed: it counts in no score until the day after `analyst.until`.")
        Certainty certainty,

        @Schema(description = "Source, range and comparison, in words.")
        String reason,

        @Schema(
                description =
                        "The worst severity of the findings on it; MEDIUM where there is none. Of what is possible only findings about this very flaw count, and that nobody decides it (SW-10), which is MEDIUM; of what is cleared the same, and LOW where there is none.")
        Severity severity,

        @Schema(description = "Codes of the findings that say so.", examples = "SW-01")
        List<String> codes,

        @Schema(description = "V, 0 to 100.") BigDecimal score,

        @Schema(description = "What mends it; absent when no fix is known.") @Nullable
        FixedBy fix,

        @Schema(
                description =
                        "Until when it has to be dealt with. What is possible demands nothing: this is what would hold if it were proven.")
        DeadlineView deadline,

        @Schema(description = "Exploitation known of; absent when none is.") @Nullable
        ExploitedBy exploited,

        @Schema(description = "Whether it is used.") UseState useState,

        @Schema(description = "From where it can be reached.")
        Reach reach,

        @Schema(description = "Reachable from the internet, or from a third party through next to no filter.")
        boolean exposed,

        @Schema(
                description =
                        "Keys of the third parties that can reach it, the first ten unless the list is asked for one installation.")
        List<String> reachableBy,

        @Schema(description = "How many third parties can reach it.")
        int reachableByCount,

        @Schema(description = "The word of a person of ours that counts here; absent where none does.") @Nullable
        AnalystWordView analyst,

        @Schema(
                description =
                        "What would decide it, where the verdict is UNKNOWN or CONFLICT; absent where it is decided, and where groups or a VEX document are asked for.")
        @Nullable
        ResolveView resolve) {

    private static final int LISTED = 10;

    /** Whether a flaw is there, as far as that can be known. */
    @Schema(
            name = "Certainty",
            description =
                    "Whether a flaw counts as proven, or no source can decide it, or a person of ours says that it is not there.")
    enum Certainty {
        PROVEN,
        POSSIBLE,
        CLEARED;

        static Certainty of(Flaw flaw) {
            return flaw.cleared() ? CLEARED : flaw.possible() ? POSSIBLE : PROVEN;
        }

        /** Of what software that is not stored comes to; null where it is clean. */
        static @Nullable Certainty of(MatchAnswer answer, boolean possible) {
            return answer.isClean() ? null : possible ? POSSIBLE : PROVEN;
        }
    }

    /** What mends a flaw. */
    @Schema(name = "FixedBy", description = "What mends a flaw.")
    record FixedBy(
            @Schema(description = "The first version that has the fix, where a source names one.") @Nullable
            String version,

            @Schema(description = "The day the fix became available, where a source says so.") @Nullable
            LocalDate availableOn) {}

    /** Until when it has to be dealt with. */
    @Schema(
            name = "Deadline",
            description = "Until when it has to be dealt with, and the line of the table that says so.")
    record DeadlineView(
            @Schema(description = "Last day; absent when the next upgrade is soon enough.") @Nullable
            LocalDate due,

            @Schema(description = "From when the days count.") @Nullable
            LocalDate clockStart,

            @Schema(description = "The line of the deadline table that applies, in words.")
            String row,

            @Schema(description = "Whether forensic triage is due as well: it may have been used already.")
            boolean triage,

            @Schema(
                    description =
                            "Who asks for the triage: the deadline table, by what is exposed here, and each source that demands it; empty where none does. GET /assessment/model says which steps are advised, and within how many hours.",
                    examples = "deadline table")
            List<String> triageBy,

            @Schema(description = "Days since the deadline passed; 0 while it has not.")
            long daysOverdue) {}

    /** Evidence of exploitation. */
    @Schema(name = "ExploitedBy", description = "Evidence that somebody uses the flaw.")
    record ExploitedBy(
            @Schema(description = "Who says so, such as CISA KEV.")
            String source,

            @Schema(description = "The day it was first seen to be used, as the source says.") @Nullable
            LocalDate date,

            @Schema(description = "The day the source demands it be dealt with by.") @Nullable
            LocalDate dueDate,

            @Schema(description = "Whether it is known to be used for ransomware.")
            boolean ransomware) {}

    /** @param whole whether nothing is left out */
    static UnpatchedView of(
            UnpatchedSoftware.Row row, @Nullable String zone, boolean whole, @Nullable ResolveView resolve) {
        Flaw flaw = row.flaw();
        Installation installation = flaw.installation();
        Match match = flaw.match();
        Deadline deadline = flaw.deadline();
        Exploitation exploited = flaw.advisory().exploited();
        return new UnpatchedView(
                installation.key(),
                installation.name(),
                flaw.product().key(),
                flaw.product().name(),
                flaw.product().supplier(),
                installation.version(),
                PlaceView.of(installation.place()),
                zone,
                flaw.advisory().key(),
                flaw.advisory().title(),
                flaw.advisory().cve(),
                match.verdict(),
                row.certainty(),
                match.reason(),
                row.severity(),
                row.findings().stream().map(Finding::code).distinct().sorted().toList(),
                Points.shown(row.milliPoints()),
                match.hasFix() ? new FixedBy(match.fixVersion(), match.fixAvailableOn()) : null,
                new DeadlineView(
                        deadline.due(),
                        deadline.clockStart(),
                        deadline.row(),
                        deadline.triage(),
                        deadline.triageBy(),
                        deadline.daysOverdue()),
                exploited == null
                        ? null
                        : new ExploitedBy(
                                exploited.source(), exploited.date(), exploited.dueDate(), exploited.ransomware()),
                installation.useState(),
                flaw.reach(),
                flaw.exposed(),
                flaw.reachableBy().stream()
                        .limit(whole ? Long.MAX_VALUE : LISTED)
                        .toList(),
                flaw.reachableBy().size(),
                AnalystWordView.of(match),
                resolve);
    }
}
