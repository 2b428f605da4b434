package dev.sekisho.access;

import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Stands before everything: what is not on the short list of open pages needs a valid key, whatever serves it. Endpoints
 * of ours state the role they need as well; this covers the pages that cannot (contract, metrics, Swagger UI).
 */
@ApplicationScoped
class Gate {
    private static final Logger LOG = Logger.getLogger(Gate.class);
    private static final int AFTER_HEADERS = 900;
    private static final String AUTHORIZATION = "Authorization";

    private static final Set<String> OPEN =
            Set.of("/", "/q/health", "/q/health/live", "/q/health/ready", "/q/health/started");

    /** Where the routing context holds who was let in. */
    static final String CALLER = "sekisho.caller";

    private static final String PAGES = "/q/";

    private final KeyRing ring;
    private final Throttle throttle;

    Gate(KeyRing ring, Throttle throttle) {
        this.ring = ring;
        this.throttle = throttle;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, AFTER_HEADERS);
    }

    private void handle(RoutingContext context) {
        String path = context.request().path();
        if (path == null || !path.equals(context.normalizedPath()) || path.indexOf(';') >= 0) {
            Problems.write(
                    context,
                    ProblemType.MALFORMED,
                    "Send the address in its plain form, without empty or dotted segments or anything after a semicolon.");
        } else if (context.request().headers().getAll(AUTHORIZATION).size() > 1) {
            // Which of them counts would depend on who reads them.
            Problems.write(context, ProblemType.MALFORMED, "Send one Authorization header.");
        } else if (OPEN.contains(path)) {
            context.next();
        } else {
            admit(context, path);
        }
    }

    private void admit(RoutingContext context, String path) {
        Optional<KeyRing.Caller> caller = Credentials.of(context.request()).flatMap(ring::check);
        if (caller.isPresent()) {
            context.put(CALLER, caller.get());
            context.next();
        } else if (Credentials.misplaced(context.request()).flatMap(ring::check).isPresent()) {
            Problems.write(
                    context,
                    ProblemType.FORBIDDEN,
                    "HTTP Basic is for reads; a change needs the key as Authorization: Bearer sek_...");
        } else {
            refuse(context, path);
        }
    }

    /** The id part of a key is no secret; a wrong key that has no form of a key is not repeated at all. */
    private static void log(RoutingContext context, String path, String address) {
        String id = Credentials.of(context.request())
                .flatMap(Secret::parse)
                .map(Secret::id)
                .orElse("none");
        LOG.warnf(
                "authentication failed: %s %s from %s with key id %s",
                context.request().method(), path, address, id);
    }

    private void refuse(RoutingContext context, String path) {
        String address = String.valueOf(context.request().remoteAddress().hostAddress());
        boolean guessed = context.request().getHeader(AUTHORIZATION) != null;
        if (guessed && throttle.refuses(address)) {
            context.response().putHeader("Retry-After", "60");
            Problems.write(
                    context,
                    ProblemType.TOO_MANY_REQUESTS,
                    "Too many wrong keys came from this address; wait a minute.");
            return;
        }
        if (guessed) {
            log(context, path, address);
        }
        long wait = guessed ? throttle.failed(address) : 0;
        if (wait == 0) {
            unauthenticated(context, path);
        } else {
            context.vertx().setTimer(wait, done -> unauthenticated(context, path));
        }
    }

    /** A browser asks its user for the key only where it is offered Basic. */
    private static void unauthenticated(RoutingContext context, String path) {
        var headers = context.response().headers();
        headers.add("WWW-Authenticate", "Bearer realm=\"sekisho\"");
        if (path.startsWith(PAGES)) {
            headers.add(
                    "WWW-Authenticate",
                    "Basic realm=\"Sekisho: any user name, an API key as password\", charset=\"UTF-8\"");
        }
        Problems.write(
                context,
                ProblemType.UNAUTHENTICATED,
                "Send an API key that is valid now: Authorization: Bearer sek_...");
    }
}
