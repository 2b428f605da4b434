package dev.sekisho.web;

import dev.sekisho.web.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Puts the defensive headers on every answer, whatever layer gives it, and names the request for the logs. */
class SecurityHeaders {
    private static final int FIRST = 1000;
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** The pages run only scripts of their own files. Swagger UI styles its elements inline, the landing page itself. */
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none';"
            + " frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::handle, FIRST);
    }

    private static void handle(RoutingContext context) {
        Problems.beginTrace();
        boolean page = page(context);
        MultiMap headers = context.response().headers();
        put(headers, page);
        if (context.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        context.addHeadersEndHandler(done -> {
            if (page) {
                // What is served behind a key must not be kept by a shared cache.
                headers.set("Cache-Control", "private, no-cache");
            } else if (!headers.contains("Cache-Control")) {
                headers.set("Cache-Control", "no-store");
            }
        });
        context.next();
    }

    static void put(MultiMap headers, boolean page) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Content-Security-Policy", page ? PAGE_POLICY : API_POLICY);
    }

    private static boolean page(RoutingContext context) {
        String path = context.request().path();
        return path != null && (path.equals("/") || path.startsWith("/q/swagger-ui"));
    }
}
