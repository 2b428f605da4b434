package dev.sekisho.web.list;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextPageToken asks for the next page; absent on the last
 * @param total how many there are over all pages
 */
public record Page<T>(List<T> items, @Nullable String nextPageToken, Total total) {

    /**
     * How many there are.
     *
     * @param exact false when counting stopped at a bound and there are more
     */
    @Schema(name = "Total", description = "How many there are over all pages.")
    public record Total(
            @Schema(description = "How many there are, or the bound at which counting stopped.")
            long count,

            @Schema(description = "False when counting stopped at a bound and there are more.")
            boolean exact) {}

    /** The same page of other items, one for each, made together. */
    public <V> Page<V> map(Function<List<T>, List<V>> views) {
        return new Page<>(views.apply(items), nextPageToken, total);
    }
}
