package dev.sekisho.database;

import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything that answers from the database or from memory: without a lease that was confirmed a moment ago
 * nobody knows whether an answer is true, so there is none, and nobody waits for it either.
 */
@ApplicationScoped
class DatabaseGate {
    /** After the headers that every answer carries, before keys are looked at: they are held in memory too. */
    private static final int BEFORE_THE_GATE = 950;

    private static final String PAGES = "/q/";
    private static final String HEALTH = "/q/health";

    private final Lease lease;
    private final DatabaseOpening opening;
    private final Doubts doubts;
    private final DiskSpace room;

    DatabaseGate(Lease lease, DatabaseOpening opening, Doubts doubts, DiskSpace room) {
        this.lease = lease;
        this.opening = opening;
        this.doubts = doubts;
        this.room = room;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_THE_GATE);
    }

    private void handle(RoutingContext context) {
        String closed = isOpenAnyway(context.request().path()) ? null : why();
        if (closed == null && room.full() != null && writes(context.request().method())) {
            closed = "There is no room left to write, the log says where; nothing was stored.";
        }
        if (closed == null) {
            context.next();
        } else {
            context.response().putHeader("Retry-After", "2");
            Problems.write(context, ProblemType.UNAVAILABLE, closed);
        }
    }

    private static boolean writes(HttpMethod method) {
        return !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
    }

    /** The first page says nothing of what is stored; metrics and contract are of use while the database is away. */
    private boolean isOpenAnyway(@Nullable String path) {
        return path == null
                || path.equals("/")
                || path.startsWith(HEALTH)
                || path.startsWith(PAGES) && opening.isOpen() && !lease.isOver();
    }

    /** Why nothing can be answered; null where it can. */
    @Nullable
    String why() {
        if (lease.isOver()) {
            return "This process ends; another works on the database now.";
        }
        if (!opening.isOpen()) {
            return "The service is starting; try again.";
        }
        if (!lease.isCurrent()) {
            return "The database does not answer; nothing was stored. Try again.";
        }
        return doubts.any() ? "It is being found out what became of a write; try again." : null;
    }
}
