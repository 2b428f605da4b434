package dev.sekisho.web.list;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list was asked for: page size, place, order and filters, all checked against what the list allows.
 *
 * @param after the sort value and key of the last item of the page before; absent on the first page
 */
public record ListQuery(int limit, @Nullable After after, Sought sought) {
    private static final String DESCENDING = "-";

    /** A sort field and its direction. */
    public record Order(String field, boolean descending) {
        /** @param allowed the orders the contract shows, each as it is asked for */
        static Order of(String asked, List<String> allowed) {
            boolean descending = asked.startsWith(DESCENDING);
            if (!allowed.contains(asked)) {
                throw ProblemException.at(
                        ProblemType.INVALID,
                        "sort",
                        "sort takes one of "
                                + allowed.stream()
                                        .filter(one -> !one.startsWith(DESCENDING))
                                        .toList()
                                + ", with a leading - for descending order.");
            }
            return new Order(descending ? asked.substring(1) : asked, descending);
        }

        @Override
        public String toString() {
            return (descending ? DESCENDING : "") + field;
        }
    }

    /**
     * What is asked for, whatever the page.
     *
     * @param list whose rows
     * @param filters parameter name to the value asked for
     * @param text what the rows are to be called
     */
    public record Sought(String list, Order order, SortedMap<String, Object> filters, TextFilter text) {}

    public Order order() {
        return sought.order;
    }

    public SortedMap<String, Object> filters() {
        return sought.filters;
    }

    public TextFilter text() {
        return sought.text;
    }

    /** Where the page before ended. */
    public record After(@Nullable String value, String key) {}

    /**
     * What the parameters of a request come to.
     *
     * @param filter declares the parameters that narrow the list
     */
    public static ListQuery of(Record filter, Order order, Paging paging) {
        return of(filter, TextFilter.NONE, order, paging);
    }

    /** The same of a list whose rows are called something. */
    public static ListQuery of(Record filter, TextFilter text, Order order, Paging paging) {
        var sought = new Sought(filter.getClass().getName(), order, Declared.filters(filter), text);
        String token = paging.pageToken();
        return new ListQuery(paging.limit(), token == null ? null : PageToken.read(token, sought), sought);
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
        return PageToken.write(new After(value, key), sought);
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
