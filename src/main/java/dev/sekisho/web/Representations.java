package dev.sekisho.web;

import static java.util.Objects.requireNonNull;

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
import org.jspecify.annotations.Nullable;

/**
 * Serves bodies with strong entity tags and remembers the latest of each address, so that a poll that finds nothing new
 * is answered without touching a row. What is remembered counts only at the revision it was made at.
 */
@ApplicationScoped
public class Representations {
    private static final long REMEMBERED_BYTES = 64L * 1024 * 1024;
    static final String CACHING = "private, no-cache";
    static final String VARYING = "Authorization, Accept-Encoding";
    private static final String JSON = "application/json;charset=UTF-8";

    private final ObjectMapper json;
    private final Cache<String, Remembered> remembered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_BYTES)
            .weigher((String address, Remembered what) -> address.length() * 2 + what.size())
            .build();

    Representations(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A body made at a revision.
     *
     * @param latest tells the revision of now
     * @param compressed the body once more, as soon as somebody asked for it so
     */
    private record Remembered(
            long revision, LongSupplier latest, String etag, byte[] body, byte @Nullable [] compressed) {
        private static final int BESIDE = 200;

        boolean isCurrent() {
            return latest.getAsLong() == revision;
        }

        Remembered andCompressed() {
            return new Remembered(revision, latest, etag, body, Gzip.of(body));
        }

        int size() {
            return body.length + (compressed == null ? 0 : compressed.length) + BESIDE;
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
        String address = address(uri.getRequestUri());
        Remembered current = current(address, revision, latest, body);
        return answer(request, current.etag(), current.body(), () -> compressed(address, current));
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
        return answer(request, Etag.of(bytes), bytes, () -> Gzip.of(bytes));
    }

    private static Response answer(HttpHeaders request, String etag, byte[] body, Supplier<byte[]> compressed) {
        boolean small =
                Gzip.isWorthwhile(body) && Gzip.isAskedFor(request.getRequestHeader(HttpHeaders.ACCEPT_ENCODING));
        String served = small ? Etag.compressed(etag) : etag;
        String other = small ? etag : Etag.compressed(etag);
        Optional<String> known = Etag.named(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), served, other);
        var response = known.isPresent() ? Response.notModified() : body(small ? compressed.get() : body, small);
        return response.header("ETag", known.orElse(served))
                .header("Cache-Control", CACHING)
                .header("Vary", VARYING)
                .build();
    }

    private static Response.ResponseBuilder body(byte[] bytes, boolean compressed) {
        var response = Response.ok(bytes).type(JSON);
        return compressed ? response.header(HttpHeaders.CONTENT_ENCODING, Gzip.NAME) : response;
    }

    /** The tag of what is remembered of an address, where it is current and a condition names it. */
    Optional<String> unchanged(String address, String condition) {
        return Optional.ofNullable(remembered.getIfPresent(address))
                .filter(Remembered::isCurrent)
                .flatMap(known -> Etag.named(condition, known.etag(), Etag.compressed(known.etag())));
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
        var made = new Remembered(revision, latest, Etag.of(bytes), bytes, null);
        remembered.put(address, made);
        return made;
    }

    /** Compressed once for all who ask until it changes. */
    private byte[] compressed(String address, Remembered current) {
        byte[] known = current.compressed();
        if (known != null) {
            return known;
        }
        Remembered both = current.andCompressed();
        remembered.put(address, both);
        return requireNonNull(both.compressed());
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
