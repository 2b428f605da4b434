package dev.sekisho.web.list;

import dev.sekisho.web.Etag;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes and reads page tokens: opaque, and good only for the list, filter and order they were given for. */
final class PageToken {
    private static final int MAX_LENGTH = 4000;
    private static final String SEPARATOR = "\u0000";

    private PageToken() {}

    static String write(ListQuery.After after, ListQuery.Sought sought) {
        String value = after.value();
        String place = value == null ? "n" : "v" + value;
        String text = String.join(SEPARATOR, sealed(sought, place, after.key()), place, after.key());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static ListQuery.After read(String token, ListQuery.Sought sought) {
        String[] parts = decoded(token).split(SEPARATOR, -1);
        if (parts.length != 3 || parts[1].isEmpty() || !parts[0].equals(sealed(sought, parts[1], parts[2]))) {
            throw refused();
        }
        return new ListQuery.After(parts[1].startsWith("v") ? parts[1].substring(1) : null, parts[2]);
    }

    private static String decoded(String token) {
        if (token.length() > MAX_LENGTH) {
            throw refused();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return ProblemException.at(
                ProblemType.INVALID,
                "pageToken",
                "pageToken is not one given for this list, filter and sort; start again without it.");
    }

    /** Another list, filter or order has another seal, and so has a token that lost its end. */
    private static String sealed(ListQuery.Sought sought, String place, String key) {
        return Etag.of(String.join(SEPARATOR, sought.toString(), place, key).getBytes(StandardCharsets.UTF_8));
    }
}
