package dev.sekisho.access;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Finds the key in a request: a bearer token or, for browsers, spreadsheets and dashboards, the password of Basic. */
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
        return header.regionMatches(true, 0, "Basic ", 0, 6) && mayBeBasic(request)
                ? password(header.substring(6).strip())
                : Optional.empty();
    }

    /** The key somebody sent as the password of Basic with a change, where it is not taken. */
    static Optional<String> misplaced(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        return header != null
                        && header.length() <= LONGEST
                        && header.regionMatches(true, 0, "Basic ", 0, 6)
                        && !mayBeBasic(request)
                ? password(header.substring(6).strip())
                : Optional.empty();
    }

    /**
     * A browser sends Basic by itself, whatever page makes it ask. So it authorizes a change only where the browser says
     * that a page of ours asks, such as Swagger UI; no page can say so of itself.
     */
    private static boolean mayBeBasic(HttpServerRequest request) {
        boolean reading = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reading || "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
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
