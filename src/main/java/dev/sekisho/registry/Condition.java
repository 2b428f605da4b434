package dev.sekisho.registry;

import dev.sekisho.web.Etag;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a caller demands of what is stored before it is written (RFC 9110).
 *
 * @param ifMatch tags, one of which it must have
 * @param ifNoneMatch tags, none of which it may have; {@code *} where nothing may be stored at all
 */
public record Condition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    public static final Condition NONE = new Condition(null, null);

    /** A header that is sent in several lines is one list. */
    public static Condition of(HttpHeaders headers) {
        return new Condition(
                headers.getHeaderString(HttpHeaders.IF_MATCH), headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    }

    /** Refuses the write where something is stored that is not what the caller demands. */
    public void check(Supplier<byte[]> stored) {
        checkAny(() -> List.of(stored.get()));
    }

    /**
     * The same where one state may be shown in several ways, to any of which a tag may belong.
     *
     * @param shown the first as it is shown now
     */
    void checkAny(Supplier<List<byte[]>> shown) {
        if (equals(NONE)) {
            return;
        }
        List<String> etags = shown.get().stream().map(Etag::of).toList();
        String etag = etags.get(0);
        if (ifMatch != null && etags.stream().noneMatch(one -> Etag.matches(ifMatch, one, false))) {
            throw refusal("It was changed since; read it again. Its ETag is now " + etag + ".")
                    .with("ETag", etag);
        }
        if (etags.stream().anyMatch(one -> Etag.matches(ifNoneMatch, one, true))) {
            throw refusal("It exists already, and must not by the condition sent. Its ETag is " + etag + ".")
                    .with("ETag", etag);
        }
    }

    /** Refuses the write where nothing is stored and the caller demands something. */
    public void checkAbsent() {
        if (ifMatch != null) {
            throw refusal("It does not exist, so it cannot match the condition sent.");
        }
    }

    private static ProblemException refusal(String detail) {
        return ProblemException.of(ProblemType.STALE, detail);
    }
}
