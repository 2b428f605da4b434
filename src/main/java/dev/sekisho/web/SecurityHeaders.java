package dev.sekisho.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Puts the defensive headers on every answer, whatever layer gives it, and refuses what only an attack would send. */
class SecurityHeaders {
    private static final int FIRST = 1000;
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** The pages run only their own scripts; Swagger UI styles its elements inline. */
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self' 'sha256-%s'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(this::handle, FIRST);
    }

    private void handle(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Content-Security-Policy", page(context) ? pagePolicy() : API_POLICY);
        if (context.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        context.addHeadersEndHandler(done -> {
            if (!headers.contains("Cache-Control")) {
                headers.set("Cache-Control", "no-store");
            }
        });
        context.next();
    }

    private static boolean page(RoutingContext context) {
        String path = context.request().path();
        return path != null && (path.equals("/") || path.startsWith("/q/swagger-ui"));
    }

    private static String pagePolicy() {
        return PAGE_POLICY.replace(" 'sha256-%s'", " 'unsafe-inline'");
    }
}
