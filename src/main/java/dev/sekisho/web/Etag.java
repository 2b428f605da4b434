package dev.sekisho.web;

import dev.sekisho.digest.Sha256;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Strong entity tags: the hash of the exact bytes served, before they are compressed. What is compressed has a tag of its
 * own that tells the other, so that a condition can be met whichever of them the caller has read.
 */
public final class Etag {
    private static final int LENGTH = 22;
    private static final String COMPRESSED = "-gzip\"";

    private Etag() {}

    /** The tag of a body, quotes included. */
    public static String of(byte[] body) {
        return '"'
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Sha256.of(body))
                        .substring(0, LENGTH)
                + '"';
    }

    /** The tag of the same body as it is served compressed. */
    static String compressed(String etag) {
        return etag.substring(0, etag.length() - 1) + COMPRESSED;
    }

    /** Which of two tags of the same body a condition header names: the one that would be served, or the other. */
    static Optional<String> named(@Nullable String condition, String served, String other) {
        return Stream.of(served, other)
                .filter(tag -> namesExactly(condition, tag, true))
                .findFirst();
    }

    /** Whether a condition header names the tag, or that of the same body compressed; weak tags match only where asked for weakly. */
    public static boolean matches(@Nullable String condition, String etag, boolean weakly) {
        return namesExactly(condition, etag, weakly) || namesExactly(condition, compressed(etag), weakly);
    }

    private static boolean namesExactly(@Nullable String condition, String etag, boolean weakly) {
        if (condition == null) {
            return false;
        }
        for (String candidate : condition.split(",")) {
            String tag = candidate.strip();
            if (tag.equals("*") || tag.equals(etag) || (weakly && tag.equals("W/" + etag))) {
                return true;
            }
        }
        return false;
    }
}
