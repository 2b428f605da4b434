package dev.sekisho.web.list;

import dev.sekisho.web.Etag;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SortedMap;

/** Writes and reads page tokens: opaque, and good only for the filter and order they were given for. */
final class PageToken {
    private static final int MAX_LENGTH = 4000;
    private static final String SEPARATOR = "\u0000";

    private PageToken() {}

    static String write(ListQuery.After after, ListQuery.Order order, SortedMap<String, Object> filters) {
        String value = after.value();
        String text = String.join(SEPARATOR, bound(order, filters), value == null ? "n" : "v" + value, after.key());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static ListQuery.After read(String token, ListQuery.Order order, SortedMap<String, Object> filters) {
        String[] parts = decoded(token).split(SEPARATOR, -1);
        if (parts.length != 3 || parts[1].isEmpty() || !parts[0].equals(bound(order, filters))) {
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
                "pageToken is not one given for this filter and sort; start again without it.");
    }

    private static String bound(ListQuery.Order order, SortedMap<String, Object> filters) {
        return Etag.of((order + filters.toString()).getBytes(StandardCharsets.UTF_8));
    }
}
