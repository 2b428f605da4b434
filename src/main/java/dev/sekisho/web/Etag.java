package dev.sekisho.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Strong entity tags: the hash of the exact bytes served. */
public final class Etag {
    private static final int LENGTH = 22;

    private Etag() {}

    /** The tag of a body, quotes included. */
    public static String of(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return '"'
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .substring(0, LENGTH)
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a condition header names the tag; weak tags match only where asked for weakly. */
    public static boolean matches(@Nullable String condition, String etag, boolean weakly) {
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
