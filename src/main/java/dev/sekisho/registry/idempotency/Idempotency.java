package dev.sekisho.registry.idempotency;

import dev.sekisho.database.Transactions;
import dev.sekisho.web.Etag;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a POST with an {@code Idempotency-Key} happen once: the outcome is stored in the same transaction as the write,
 * and a repetition by the same caller gets that outcome again.
 */
@ApplicationScoped
public class Idempotency {
    private static final String KEPT_DAYS = "P2D";

    private final IdempotencyRepository records;
    private final Writes writes;
    private final SecurityIdentity caller;
    private final Clock clock;
    private final Transactions transactions;

    Idempotency(
            IdempotencyRepository records,
            Writes writes,
            SecurityIdentity caller,
            Clock clock,
            Transactions transactions) {
        this.records = records;
        this.writes = writes;
        this.caller = caller;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * What a POST answers.
     *
     * @param location absent where nothing was written; then the body says more than the object, and is no version of it
     */
    public record Outcome(int status, @Nullable String location, byte[] body) {}

    public Response once(@Nullable String key, String scope, byte[] request, Supplier<Outcome> work) {
        Outcome outcome = writes.run(() -> key == null ? work.get() : remembered(key, scope, request, work));
        var response = Response.status(outcome.status()).entity(outcome.body()).type("application/json;charset=UTF-8");
        String location = outcome.location();
        return location == null
                ? response.build()
                : response.header("ETag", Etag.of(outcome.body()))
                        .header("Location", location)
                        .build();
    }

    private Outcome remembered(String key, String scope, byte[] request, Supplier<Outcome> work) {
        String id = Etag.of((caller.getPrincipal().getName() + "\n" + key).getBytes(StandardCharsets.UTF_8));
        String asked = scope + Etag.of(request);
        IdempotencyEntity known = records.findById(id);
        if (known != null) {
            return known.outcomeOf(asked);
        }
        Outcome outcome = work.get();
        records.persistAndFlush(IdempotencyEntity.of(id, asked, outcome, clock.instant()));
        return outcome;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        transactions.writeAtLength(
                () -> records.delete("createdAt < ?1", clock.instant().minus(Duration.parse(KEPT_DAYS))));
    }
}
