package dev.sekisho.access;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Finds the key in a request: a bearer token or, for a browser on the pages below /q/, the password of Basic. */
final class Credentials {
    private static final int LONGEST = 300;

    private Credentials() {}

    static Optional<String> of(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(header.substring(7).strip());
        }
        // A browser sends Basic by itself, so it must never authorize a change.
        boolean reading = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        if (reading && request.path().startsWith("/q/") && header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return password(header.substring(6).strip());
        }
        return Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
