package dev.sekisho.registry.idempotency;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "idempotency_record")
class IdempotencyEntity {
    /** Hash of caller and key. */
    @Id
    @Column(name = "record_key")
    String id = "";

    /** Scope and hash of the request. */
    String request = "";

    int status;

    @Nullable
    String location;

    String body = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    static IdempotencyEntity of(String id, String request, Idempotency.Outcome outcome, Instant now) {
        var row = new IdempotencyEntity();
        row.id = id;
        row.request = request;
        row.status = outcome.status();
        row.location = outcome.location();
        row.body = new String(outcome.body(), StandardCharsets.UTF_8);
        row.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        return row;
    }

    Idempotency.Outcome outcomeOf(String asked) {
        if (!request.equals(asked)) {
            throw ProblemException.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED, "Use a new Idempotency-Key for another request.");
        }
        return new Idempotency.Outcome(status, location, body.getBytes(StandardCharsets.UTF_8));
    }
}
