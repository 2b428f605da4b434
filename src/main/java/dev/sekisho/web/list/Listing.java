package dev.sekisho.web.list;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list made in memory, sorted and cut into pages like one from the database.
 *
 * @param fields what it can be sorted by, each with a text that sorts as the value does
 * @param key unique, breaks ties
 */
public record Listing<T>(List<T> items, Map<String, Function<T, String>> fields, Function<T, String> key) {

    private static final int DIGITS = 19;

    /** The page a query asks for; what an item is sorted by is made once. */
    public Page<T> page(ListQuery query) {
        Function<T, String> value = requireNonNull(fields.get(query.order().field()));
        Comparator<Sorted<T>> order =
                Comparator.comparing((Sorted<T> row) -> row.value).thenComparing(row -> row.key);
        List<Sorted<T>> rows = items.stream()
                .map(item -> new Sorted<>(item, value.apply(item), key.apply(item)))
                .filter(row -> row.isAfter(query))
                .sorted(query.order().descending() ? order.reversed() : order)
                .limit(query.limit() + 1L)
                .toList();
        return query.page(rows, new Page.Total(items.size(), true), row -> row.value, row -> row.key)
                .map(page -> page.stream().map(row -> row.item).toList());
    }

    private record Sorted<T>(T item, String value, String key) {

        boolean isAfter(ListQuery query) {
            ListQuery.After after = query.after();
            if (after == null) {
                return true;
            }
            int byValue = value.compareTo(String.valueOf(after.value()));
            int compared = byValue != 0 ? byValue : key.compareTo(after.key());
            return query.order().descending() ? compared < 0 : compared > 0;
        }
    }

    /** A number as text that sorts as the number does; for numbers from 0 on. */
    public static String sortable(long number) {
        String digits = Long.toString(number);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
