package dev.sekisho.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * Answers dashboards that ask whether anything is new, where nothing is: thousands of them cost little more than their
 * connections. Stands behind the gate; whatever is not quite plain is left to the endpoint.
 */
@ApplicationScoped
class NotModifiedFilter {
    private static final int RIGHT_AFTER_THE_GATE = 890;
    private static final int NOT_MODIFIED = 304;

    private final Representations representations;

    NotModifiedFilter(Representations representations) {
        this.representations = representations;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, RIGHT_AFTER_THE_GATE);
    }

    private void handle(RoutingContext context) {
        Optional<String> unchanged = condition(context.request())
                .flatMap(
                        condition -> representations.unchanged(context.request().uri(), condition));
        if (unchanged.isEmpty()) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(NOT_MODIFIED)
                .putHeader("ETag", unchanged.get())
                .putHeader("Cache-Control", Representations.CACHING)
                .putHeader("Vary", Representations.VARYING)
                .end();
    }

    private static Optional<String> condition(HttpServerRequest request) {
        List<String> conditions = request.headers().getAll("If-None-Match");
        return request.method() == HttpMethod.GET && conditions.size() == 1 && takesJson(request)
                ? Optional.of(conditions.get(0))
                : Optional.empty();
    }

    private static boolean takesJson(HttpServerRequest request) {
        List<String> accepted = request.headers().getAll("Accept");
        return accepted.isEmpty()
                || accepted.size() == 1
                        && (accepted.get(0).equals("*/*") || accepted.get(0).equals("application/json"));
    }
}
