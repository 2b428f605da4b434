package dev.sekisho.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Serves bodies with strong entity tags and remembers the latest of each address, so that a poll that finds nothing new
 * is answered without touching a row. What is remembered counts only at the revision it was made at.
 */
@ApplicationScoped
public class Representations {
    private static final long REMEMBERED_BYTES = 64L * 1024 * 1024;
    static final String CACHING = "private, no-cache";
    static final String VARYING = "Authorization";
    private static final String JSON = "application/json;charset=UTF-8";

    private final ObjectMapper json;
    private final Cache<String, Remembered> remembered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_BYTES)
            .weigher((String address, Remembered what) -> address.length() * 2 + what.body().length + 200)
            .build();

    Representations(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A body made at a revision.
     *
     * @param latest tells the revision of now
     */
    private record Remembered(long revision, LongSupplier latest, String etag, byte[] body) {
        boolean isCurrent() {
            return latest.getAsLong() == revision;
        }
    }

    /**
     * Answers a conditional read.
     *
     * <p>What is answered so must be readable with any key: a poll of what is remembered is not asked for its role again.
     *
     * @param revision changes whenever the body may have changed; read before the body is made
     * @param latest tells the revision of now
     * @param body makes the value to serve, called only when it is not remembered
     */
    public Response answer(HttpHeaders request, UriInfo uri, long revision, LongSupplier latest, Supplier<?> body) {
        Remembered current = current(address(uri.getRequestUri()), revision, latest, body);
        return answer(request, current.etag(), current.body());
    }

    /**
     * The same for what is read as it is when asked.
     *
     * @param revision tells the revision of now
     */
    public Response answer(HttpHeaders request, UriInfo uri, LongSupplier revision, Supplier<?> body) {
        return answer(request, uri, revision.getAsLong(), revision, body);
    }

    /** Answers a conditional read of what is made anew every time, because nobody counts its changes. */
    public Response answer(HttpHeaders request, Object value) {
        byte[] bytes = bytes(value);
        return answer(request, Etag.of(bytes), bytes);
    }

    private static Response answer(HttpHeaders request, String etag, byte[] body) {
        String condition = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        var response = Etag.matches(condition, etag, true)
                ? Response.notModified()
                : Response.ok(body).type(JSON);
        return response.header("ETag", etag)
                .header("Cache-Control", CACHING)
                .header("Vary", VARYING)
                .build();
    }

    /** The tag of what is remembered of an address, where it is current and a condition names it. */
    Optional<String> unchanged(String address, String condition) {
        return Optional.ofNullable(remembered.getIfPresent(address))
                .filter(known -> Etag.matches(condition, known.etag(), true) && known.isCurrent())
                .map(Remembered::etag);
    }

    private static String address(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private Remembered current(String address, long revision, LongSupplier latest, Supplier<?> body) {
        Remembered known = remembered.getIfPresent(address);
        if (known != null && known.revision() == revision) {
            return known;
        }
        byte[] bytes = bytes(body.get());
        var made = new Remembered(revision, latest, Etag.of(bytes), bytes);
        remembered.put(address, made);
        return made;
    }

    /** The bytes a value is served as. */
    public byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a representation could not be written", e);
        }
    }
}
