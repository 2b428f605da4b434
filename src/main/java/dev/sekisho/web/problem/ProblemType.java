package dev.sekisho.web.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/** Every kind of problem a caller can meet: the catalogue behind {@code type} (RFC 9457). */
public enum ProblemType {
    MALFORMED(400, "The request cannot be read"),
    INVALID(400, "A value is not allowed"),
    UNKNOWN_PARAMETER(400, "A query parameter is not known here"),
    UNAUTHENTICATED(401, "A valid API key is needed"),
    FORBIDDEN(403, "The role of this API key does not allow it"),
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "This address does not take this method"),
    NOT_ACCEPTABLE(406, "The representation asked for is not served"),
    CONFLICT(409, "The request conflicts with what is stored"),
    STILL_REFERENCED(409, "Something still refers to it"),
    STALE(412, "It is not what the condition sent demands"),
    TOO_LARGE(413, "The body is larger than the limit"),
    URI_TOO_LONG(414, "The address is longer than the limit"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type not taken here"),
    IMPOSSIBLE(422, "What was asked for is not possible"),
    NOT_KNOWN_HERE(422, "What is named is not known here"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are larger than the limit"),
    INTERNAL(500, "Something went wrong inside"),
    UNAVAILABLE(503, "The service cannot answer right now"),
    OUTCOME_UNKNOWN(503, "It is not known whether the write is stored"),
    OVER_CAPACITY(507, "There is not enough memory for it");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** A stable identifier, not an address to fetch. */
    public URI uri() {
        return URI.create(
                "urn:sekisho:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The general type for a status nobody described more closely. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL : MALFORMED);
    }
}
