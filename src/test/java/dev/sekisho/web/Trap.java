package dev.sekisho.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Fails where a request asks it to, as a mistake of ours would. */
class Trap {
    static final String HEADER = "X-Trap";
    static final String SECRET = "select password from inside";

    void register(@Observes Filters filters) {
        filters.register(Trap::inARoute, 500);
    }

    private static void inARoute(RoutingContext context) {
        if ("route".equals(context.request().getHeader(HEADER))) {
            throw new IllegalStateException(SECRET);
        }
        context.next();
    }

    @ServerRequestFilter
    void inAFilter(HttpHeaders headers) {
        if ("filter".equals(headers.getHeaderString(HEADER))) {
            throw new IllegalStateException(SECRET);
        }
    }
}
