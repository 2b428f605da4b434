package dev.sekisho.imports;

import dev.sekisho.web.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The job of a large import. */
@Schema(name = "ImportJob", description = "The job of a large import.")
record ImportJobView(
        @Schema(description = "Identifier of the job (a UUID).", examples = "0199c7a0-5c1e-7d3a-8f00-1b2c3d4e5f60")
        String id,

        @Schema(description = "SUCCEEDED: everything is stored. FAILED: nothing is.")
        ImportState state,

        @Schema(description = "True where nothing is written, whatever the outcome.")
        boolean dryRun,

        @Schema(description = "How many lines hold an object.", examples = "100000")
        int lines,

        @Schema(description = "How many of them are done so far.", examples = "42000")
        int linesDone,

        @Schema(description = "0 until it succeeded.") int created,
        @Schema(description = "0 until it succeeded.") int updated,
        @Schema(description = "0 until it succeeded.") int unchanged,

        @Schema(description = "Why it failed, and how many errors were found.") @Nullable
        String detail,

        @Schema(description = "What is wrong, the first 100 by line.")
        List<Problem.FieldError> errors,

        @Schema(description = "When the file was sent.") Instant submittedAt,

        @Schema(description = "When the job succeeded or failed; absent before.") @Nullable
        Instant finishedAt) {

    /** A job whose end is stored and not yet told to everybody. */
    static ImportJobView running(ImportJobEntity row, int linesDone) {
        return new ImportJobView(
                row.id,
                ImportState.RUNNING,
                row.dryRun,
                row.lines,
                linesDone,
                0,
                0,
                0,
                null,
                List.of(),
                row.submittedAt,
                null);
    }

    /** The job as it is stored; of a running one the lines done are known better elsewhere. */
    static ImportJobView of(ImportJobEntity row, int linesDone) {
        return new ImportJobView(
                row.id,
                row.state,
                row.dryRun,
                row.lines,
                linesDone,
                row.created,
                row.updated,
                row.unchanged,
                row.detail,
                row.errors == null ? List.of() : row.errors,
                row.submittedAt,
                row.finishedAt);
    }
}
