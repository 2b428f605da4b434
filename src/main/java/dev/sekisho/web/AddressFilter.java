package dev.sekisho.web;

import dev.sekisho.web.problem.ProblemType;
import dev.sekisho.web.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Answers what the frameworks behind it take more loosely than the contract: a slash at the end, OPTIONS, pages. */
@ApplicationScoped
class AddressFilter {
    /** A browser that asks beforehand is answered by the one for other origins, where that is switched on. */
    private static final int BEHIND_OTHER_ORIGINS = 250;

    private static final String API = "/api/";
    private static final String PAGES = "/q/";
    private static final String SWAGGER = "/q/swagger-ui/";
    private static final String HEALTH = "/q/health";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AllowedMethods methods;

    AddressFilter(AllowedMethods methods) {
        this.methods = methods;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEHIND_OTHER_ORIGINS);
    }

    private void handle(RoutingContext context) {
        String path = context.request().path();
        HttpMethod method = context.request().method();
        if (endsInASlash(path)) {
            String meant = path.substring(0, path.length() - 1);
            Problems.write(
                    context, ProblemType.NOT_FOUND, "Leave out the slash at the end of the address: " + meant + ".");
        } else if (path.startsWith(PAGES) && !READING.contains(method)) {
            context.response().putHeader("Allow", "GET, HEAD, OPTIONS");
            Problems.write(
                    context, ProblemType.METHOD_NOT_ALLOWED, "This page is only read: it takes GET, HEAD, OPTIONS.");
        } else if (method.equals(HttpMethod.OPTIONS) && path.startsWith(API)) {
            methodsOf(context, path);
        } else {
            context.next();
        }
    }

    private void methodsOf(RoutingContext context, String path) {
        if (methods.isServed(path)) {
            context.response().putHeader("Allow", methods.allowedAt(path)).end();
        } else {
            Problems.write(
                    context,
                    ProblemType.NOT_FOUND,
                    "Nothing is served at this address; the contract is at /q/openapi.");
        }
    }

    /** Of an address that is served without it; a relative link below it would lead elsewhere. */
    private boolean endsInASlash(String path) {
        if (path.length() < 2 || !path.endsWith("/") || path.startsWith(SWAGGER)) {
            return false;
        }
        return path.startsWith(HEALTH) || methods.isServed(path.substring(0, path.length() - 1));
    }
}
