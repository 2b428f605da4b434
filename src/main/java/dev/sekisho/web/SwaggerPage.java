package dev.sekisho.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Serves Swagger UI's page with its script in a file of its own, so that no inline script need be allowed. */
class SwaggerPage {
    private static final String ROOT = "/q/swagger-ui/";
    private static final int BEFORE_THE_EXTENSION = 10;

    void register(@Observes Router router) {
        Buffer page = read("index.html");
        Buffer script = read("start.js");
        router.get(ROOT).order(BEFORE_THE_EXTENSION).handler(context -> send(context, "text/html", page));
        router.get(ROOT + "index.html").order(BEFORE_THE_EXTENSION).handler(context -> send(context, "text/html", page));
        router.get(ROOT + "start.js").order(BEFORE_THE_EXTENSION).handler(context -> send(context, "text/javascript", script));
    }

    private static void send(RoutingContext context, String type, Buffer content) {
        context.response().putHeader("Content-Type", type + ";charset=UTF-8").end(content);
    }

    private static Buffer read(String name) {
        try (InputStream file = SwaggerPage.class.getResourceAsStream("/swagger/" + name)) {
            return Buffer.buffer(Objects.requireNonNull(file, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
