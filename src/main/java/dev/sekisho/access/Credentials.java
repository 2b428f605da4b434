package dev.sekisho.access;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Finds the key in a request: a bearer token or, for browsers, spreadsheets and dashboards, the password of Basic. */
final class Credentials {
    private static final int LONGEST = 300;
    private static final String BASIC = "Basic ";

    private Credentials() {}

    static Optional<String> of(HttpServerRequest request) {
        return sent(request, "Bearer ")
                .or(() -> mayBeBasic(request) ? sent(request, BASIC).flatMap(Credentials::password) : Optional.empty());
    }

    /** The key somebody sent as the password of Basic with a change, where it is not taken. */
    static Optional<String> misplaced(HttpServerRequest request) {
        return mayBeBasic(request) ? Optional.empty() : sent(request, BASIC).flatMap(Credentials::password);
    }

    /** What was sent in the way of a scheme. */
    private static Optional<String> sent(HttpServerRequest request, String scheme) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.length() <= LONGEST)
                .filter(header -> header.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(header -> header.substring(scheme.length()).strip());
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
