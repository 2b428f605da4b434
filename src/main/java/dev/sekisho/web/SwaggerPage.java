package dev.sekisho.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Serves Swagger UI's page with its script in a file of its own, in place of the extension's page, so that no inline
 * script need be allowed. The rest of Swagger UI is the extension's.
 */
class SwaggerPage {
    private static final int AFTER_THE_GATE = 700;
    private static final String ROOT = "/q/swagger-ui/";

    private record File(String type, Buffer content) {}

    private final Map<String, File> files = Map.of(
            ROOT,
            page(),
            ROOT + "index.html",
            page(),
            ROOT + "start.js",
            new File("text/javascript;charset=UTF-8", read("start.js")));

    void register(@Observes Filters filters) {
        filters.register(this::handle, AFTER_THE_GATE);
    }

    private void handle(RoutingContext context) {
        @Nullable File file = files.get(context.request().path());
        if (file == null || !context.request().method().equals(HttpMethod.GET)) {
            context.next();
        } else {
            context.response().putHeader("Content-Type", file.type()).end(file.content());
        }
    }

    private static File page() {
        return new File("text/html;charset=UTF-8", read("index.html"));
    }

    private static Buffer read(String name) {
        try (InputStream file = SwaggerPage.class.getResourceAsStream("/swagger/" + name)) {
            return Buffer.buffer(Objects.requireNonNull(file, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
