package dev.sekisho.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;

/**
 * Serves bodies with strong entity tags and remembers the latest of each address, so that a poll that finds nothing new
 * is answered without touching a row. What is remembered counts only at the revision it was made at.
 */
@ApplicationScoped
public class Representations {
    private static final long REMEMBERED_BYTES = 64L * 1024 * 1024;
    private static final String JSON = "application/json;charset=UTF-8";

    private final ObjectMapper json;
    private final Cache<String, Remembered> remembered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_BYTES)
            .weigher((String address, Remembered what) -> address.length() * 2 + what.body().length + 200)
            .build();

    Representations(ObjectMapper json) {
        this.json = json;
    }

    private record Remembered(long revision, String etag, byte[] body) {}

    /**
     * Answers a conditional read.
     *
     * @param revision changes whenever the body may have changed; read before the body is made
     * @param body makes the value to serve, called only when it is not remembered
     */
    public Response answer(HttpHeaders request, UriInfo uri, long revision, Supplier<?> body) {
        Remembered current = current(uri.getRequestUri().toString(), revision, body);
        return answer(request, current.etag(), current.body());
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
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Authorization")
                .build();
    }

    private Remembered current(String address, long revision, Supplier<?> body) {
        Remembered known = remembered.getIfPresent(address);
        if (known != null && known.revision() == revision) {
            return known;
        }
        byte[] bytes = bytes(body.get());
        var made = new Remembered(revision, Etag.of(bytes), bytes);
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
