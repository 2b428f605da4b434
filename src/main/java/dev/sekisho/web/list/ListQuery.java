package dev.sekisho.web.list;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list was asked for: page size, place, order and filters, all checked against what the list allows.
 *
 * @param after the sort value and key of the last item of the page before; absent on the first page
 * @param filters parameter name to the value asked for
 */
public record ListQuery(int limit, Order order, @Nullable After after, SortedMap<String, String> filters) {
    /** Page size without a wish, and the largest there is. */
    public static final int DEFAULT_LIMIT = 100;

    public static final int MAX_LIMIT = 1000;
    private static final Set<String> RESERVED = Set.of("limit", "pageToken", "sort");
    private static final String DESCENDING = "-";

    /** A sort field and its direction. */
    public record Order(String field, boolean descending) {
        @Override
        public String toString() {
            return (descending ? DESCENDING : "") + field;
        }
    }

    /** Where the page before ended. */
    public record After(@Nullable String value, String key) {}

    /**
     * Reads the query of a request.
     *
     * @param sortable the fields it may be sorted by, the first being the default
     * @param defaultDescending direction without a wish
     */
    public static ListQuery of(UriInfo uri, List<String> sortable, boolean defaultDescending) {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        var filters = new TreeMap<String, String>();
        asked.forEach((name, values) -> {
            if (!RESERVED.contains(name)) {
                filters.put(name, values.get(0));
            }
        });
        Order order = order(asked.getFirst("sort"), sortable, defaultDescending);
        String token = asked.getFirst("pageToken");
        return new ListQuery(
                limit(asked.getFirst("limit")),
                order,
                token == null ? null : PageToken.read(token, order, filters),
                filters);
    }

    private static Order order(@Nullable String asked, List<String> sortable, boolean defaultDescending) {
        if (asked == null) {
            return new Order(sortable.get(0), defaultDescending);
        }
        boolean descending = asked.startsWith(DESCENDING);
        String field = descending ? asked.substring(1) : asked;
        if (!sortable.contains(field)) {
            throw ProblemException.at(
                    ProblemType.INVALID,
                    "sort",
                    "sort takes one of " + sortable + ", with a leading - for descending order.");
        }
        return new Order(field, descending);
    }

    private static int limit(@Nullable String asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (!asked.matches("[0-9]{1,4}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > MAX_LIMIT) {
            throw ProblemException.at(ProblemType.INVALID, "limit", "limit takes a number from 1 to 1000.");
        }
        return Integer.parseInt(asked);
    }

    /** The value of a filter, where it was asked for. */
    public @Nullable String filter(String name) {
        return filters.get(name);
    }

    /** The value of a filter that takes the names of an enum. */
    public <E extends Enum<E>> @Nullable E filter(String name, Class<E> type) {
        String asked = filters.get(name);
        if (asked == null) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(asked)) {
                return value;
            }
        }
        throw ProblemException.at(
                ProblemType.INVALID, name, name + " takes one of " + List.of(type.getEnumConstants()) + ".");
    }

    /** The value of a filter that takes true or false. */
    public @Nullable Boolean flag(String name) {
        String asked = filters.get(name);
        if (asked != null && !asked.equals("true") && !asked.equals("false")) {
            throw ProblemException.at(ProblemType.INVALID, name, name + " takes true or false.");
        }
        return asked == null ? null : Boolean.valueOf(asked);
    }

    /** Whether a value is the one asked for; any is where none was asked for. */
    public static <T> boolean same(@Nullable T asked, @Nullable T value) {
        return asked == null || asked.equals(value);
    }

    /** Whether a value is at least the one asked for; any is where none was asked for. */
    public static <E extends Enum<E>> boolean atLeast(@Nullable E asked, E value) {
        return asked == null || value.compareTo(asked) >= 0;
    }

    /** The token that asks for the page after an item. */
    public String tokenAfter(@Nullable String value, String key) {
        return PageToken.write(new After(value, key), order, filters);
    }

    /**
     * Cuts a page out of rows that were read with one more than the limit.
     *
     * @param value the sort value of a row
     * @param key the unique tie-breaker of a row
     */
    public <T> Page<T> page(
            List<T> rows, Page.Total total, Function<T, @Nullable String> value, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null, total);
        }
        List<T> items = rows.subList(0, limit);
        T last = items.get(limit - 1);
        return new Page<>(items, tokenAfter(value.apply(last), key.apply(last)), total);
    }
}
