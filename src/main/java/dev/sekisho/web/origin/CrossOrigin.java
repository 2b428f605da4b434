package dev.sekisho.web.origin;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Set;

/**
 * Tells browsers which pages of other origins may read answers (CORS), those on a list that is empty unless stated. Such a
 * page needs a key like everybody: nothing a browser keeps for its user is let in, so no credentials are ever allowed.
 */
@ApplicationScoped
class CrossOrigin {
    /** After the headers that every answer carries, before the database and keys are looked at: a preflight has no key. */
    private static final int BEFORE_THE_GATES = 975;

    private static final int NO_CONTENT = 204;
    private static final String SERVED = "/api/";
    private static final String VARY = "Vary";
    private static final String ORIGIN = "Origin";
    private static final String ASKED_METHOD = "Access-Control-Request-Method";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String TAKEN = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match";
    private static final String SHOWN = "Allow, ETag, Location, Retry-After, WWW-Authenticate";
    private static final String SECONDS_REMEMBERED = "600";

    private final OriginConfig config;
    private AllowedOrigins allowed = new AllowedOrigins(Set.of());

    CrossOrigin(OriginConfig config) {
        this.config = config;
    }

    /** Before anything else is touched: what is no origin is somebody's mistake. */
    void read(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent start) {
        allowed = AllowedOrigins.of(config.origins().orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_THE_GATES);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (allowed.isEmpty() || path == null || !path.startsWith(SERVED)) {
            context.next();
            return;
        }
        context.addHeadersEndHandler(done -> vary(context.response().headers()));
        List<String> origins = request.headers().getAll(ORIGIN);
        if (origins.size() != 1 || !allowed.allows(origins.get(0))) {
            context.next();
            return;
        }
        MultiMap headers = context.response().headers();
        headers.set("Access-Control-Allow-Origin", origins.get(0));
        if (request.method() == HttpMethod.OPTIONS && request.headers().contains(ASKED_METHOD)) {
            headers.set("Access-Control-Allow-Methods", METHODS);
            headers.set("Access-Control-Allow-Headers", TAKEN);
            headers.set("Access-Control-Max-Age", SECONDS_REMEMBERED);
            context.response().setStatusCode(NO_CONTENT).end();
        } else {
            headers.set("Access-Control-Expose-Headers", SHOWN);
            context.next();
        }
    }

    /** A cache must not show the answer to one origin to another. */
    private static void vary(MultiMap headers) {
        String others = headers.get(VARY);
        headers.set(VARY, others == null ? ORIGIN : others + ", " + ORIGIN);
    }
}
