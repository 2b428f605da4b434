package dev.sekisho.web;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list made in memory, sorted and cut into pages like one from the database.
 *
 * @param fields what it can be sorted by; the first is the default
 * @param key unique, breaks ties
 */
public record Listing<T>(List<T> items, SequencedFields<T> fields, Function<T, String> key) {

    /** Sort fields in their order, each with a text that sorts as the value does. */
    public record SequencedFields<T>(List<String> names, Map<String, Function<T, String>> values) {}

    public Page<T> page(ListQuery query) {
        Function<T, String> value =
                requireNonNull(fields.values().get(query.order().field()));
        Comparator<T> order = Comparator.comparing(value).thenComparing(key);
        if (query.order().descending()) {
            order = order.reversed();
        }
        List<T> rows = items.stream()
                .sorted(order)
                .filter(item -> isAfter(query, value.apply(item), key.apply(item)))
                .limit(query.limit() + 1L)
                .toList();
        return query.page(rows, new Page.Total(items.size(), true), value, key);
    }

    private static boolean isAfter(ListQuery query, String value, String key) {
        ListQuery.After after = query.after();
        if (after == null) {
            return true;
        }
        int byValue = value.compareTo(String.valueOf(after.value()));
        int compared = byValue != 0 ? byValue : key.compareTo(after.key());
        return query.order().descending() ? compared < 0 : compared > 0;
    }

    /** A number as text that sorts as the number does; for numbers from 0 on. */
    public static String sortable(long number) {
        return String.format("%019d", number);
    }
}
