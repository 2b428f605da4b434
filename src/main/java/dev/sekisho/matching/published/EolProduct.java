package dev.sekisho.matching.published;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The release cycles of one product and when each is no longer supported.
 *
 * @param publishedOn the day its publisher said so, by the word of whoever sent it: the files bear no date of their own
 */
public record EolProduct(
        String id,
        String title,
        Set<String> cpes,
        Set<String> purls,
        List<Cycle> cycles,
        @Nullable LocalDate publishedOn) {

    /**
     * @param endOfLife the last day of support, where a day is stated
     * @param ended whether support has ended, where only that is stated; null where a day is stated or nothing
     * @param latest the newest release of the cycle
     */
    public record Cycle(
            String name,
            @Nullable LocalDate released,
            @Nullable LocalDate endOfLife,
            @Nullable Boolean ended,
            @Nullable String latest) {

        private static final Comparator<Cycle> EARLIEST_END = Comparator.comparing(
                        (Cycle one) -> !Boolean.TRUE.equals(one.ended()))
                .thenComparing(Cycle::endOfLife, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Cycle::toString);
    }

    public EolProduct {
        cpes = Ordered.copy(cpes);
        purls = Ordered.copy(purls);
        cycles = List.copyOf(cycles);
    }

    /** The same, said on a day. */
    public EolProduct on(@Nullable LocalDate day) {
        return new EolProduct(id, title, cpes, purls, cycles, day);
    }

    /** What two files of one day say together: every cycle of both, and of each the earlier end. */
    public EolProduct and(EolProduct other) {
        var all = new TreeMap<String, Cycle>();
        Stream.concat(cycles.stream(), other.cycles.stream())
                .forEach(cycle -> all.merge(cycle.name(), cycle, BinaryOperator.minBy(Cycle.EARLIEST_END)));
        return new EolProduct(
                id,
                title.compareTo(other.title) <= 0 ? title : other.title,
                both(cpes, other.cpes),
                both(purls, other.purls),
                List.copyOf(all.values()),
                publishedOn);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var both = new TreeSet<>(some);
        both.addAll(others);
        return both;
    }
}
