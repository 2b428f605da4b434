package dev.sekisho.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.web.problem.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "import_job")
class ImportJobEntity {
    /** Time-ordered, so that it sorts by submission. */
    @Id
    String id = "";

    @Enumerated(EnumType.STRING)
    ImportState state = ImportState.QUEUED;

    @Column(name = "dry_run")
    boolean dryRun;

    @Column(name = "line_count")
    int lines;

    @Column(name = "lines_done")
    int linesDone;

    @Column(name = "created_count")
    int created;

    @Column(name = "updated_count")
    int updated;

    @Column(name = "unchanged_count")
    int unchanged;

    /** Why it failed. */
    @Nullable
    String detail;

    @Convert(converter = Errors.class)
    @Nullable
    List<Problem.FieldError> errors;

    @Column(name = "submitted_at")
    Instant submittedAt = Instant.EPOCH;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Converter
    static class Errors extends JsonColumn<List<Problem.FieldError>> {
        Errors() {
            super(new TypeReference<>() {});
        }
    }
}
