package dev.sekisho.risk.incremental;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Totals over many parts, each made when it is first asked for. Where only some parts are other than before, they are
 * exchanged in the totals that are already made: so the next totals cost what changed, not what there is.
 *
 * @param <P> a part, compared by equality
 * @param <S> how a part spreads over the totals
 * @param <T> a total; never changed once it is made, and told to have changed where it is not equal to the one before
 */
public final class Totals<P, S, T> {
    /** Where more parts than so many, and more than one in so many, changed, adding up anew is quicker. */
    private static final int FEW = 4;

    private final List<String> names;
    private final List<P> parts;
    private final Ground ground;
    private final Adding<P, S, T> adding;
    private final AtomicReferenceArray<@Nullable T> made;
    private final @Nullable BitSet touched;

    /** What the totals are made of and how; a function of the parts and the ground. */
    public interface Adding<P, S, T> {
        /** All parts, added up from nothing. */
        T total(int number);

        /** To which totals a part adds, and how much of it. */
        S spread(int part);

        /** Whether a part that spreads like this adds to a total. */
        boolean adds(int number, S spread);

        /** Whether a total to which parts may add in another way than before is for certain what it was all the same. */
        default boolean stands(int number, T total) {
            return false;
        }

        /** The same total with some parts in the place of others; absent where all have to be added up from nothing. */
        @Nullable
        T exchanged(T total, int number, List<Exchange<P, S>> exchanges);
    }

    /**
     * What the spread of every part depends on.
     *
     * @param conditions what the parts are of, and all else: where it is other no total can be compared with one before
     * @param moved totals to which parts add in another way than before; to all others they add as they did
     */
    public record Ground(Object conditions, BitSet moved) {}

    /** One part in the place of another. */
    public record Exchange<P, S>(int part, P old, P next, S spread) {}

    /**
     * @param names what each total is of, in ascending order
     */
    Totals(
            List<String> names,
            List<P> parts,
            Ground ground,
            Adding<P, S, T> adding,
            @Nullable Totals<P, S, T> earlier) {
        this.names = names;
        this.parts = parts;
        this.ground = ground;
        this.adding = adding;
        made = new AtomicReferenceArray<>(names.size());
        touched = earlier != null && earlier.ground.conditions.equals(ground.conditions) ? keep(earlier) : null;
    }

    private BitSet keep(Totals<P, S, T> earlier) {
        var all = new BitSet();
        all.set(0, made.length());
        var others = new BitSet();
        for (int part = 0; part < parts.size(); part++) {
            others.set(part, !parts.get(part).equals(earlier.parts.get(part)));
        }
        if (others.cardinality() > Math.max(FEW, parts.size() / FEW)) {
            return all;
        }
        List<Exchange<P, S>> exchanges = others.stream()
                .parallel()
                .mapToObj(part -> new Exchange<>(part, earlier.parts.get(part), parts.get(part), adding.spread(part)))
                .toList();
        int[] places = places(earlier.names);
        int[] other = IntStream.range(0, made.length())
                .parallel()
                .filter(number -> places[number] < 0 || !keep(number, earlier.made.get(places[number]), exchanges))
                .toArray();
        var changed = new BitSet();
        Arrays.stream(other).forEach(changed::set);
        return changed;
    }

    /** Where each stood among those before, below 0 where it did not. Both are in ascending order. */
    private int[] places(List<String> before) {
        return before.equals(names)
                ? IntStream.range(0, names.size()).toArray()
                : names.stream()
                        .mapToInt(name -> Collections.binarySearch(before, name))
                        .toArray();
    }

    /** Whether a total is for certain what it was; one that nobody asked for is, where no part that changed adds to it. */
    private boolean keep(int number, @Nullable T known, List<Exchange<P, S>> exchanges) {
        if (ground.moved.get(number) && (known == null || !adding.stands(number, known))) {
            return known != null && known.equals(get(number));
        }
        if (known == null) {
            return exchanges.stream().noneMatch(exchange -> adding.adds(number, exchange.spread));
        }
        T now = adding.exchanged(known, number, exchanges);
        made.set(number, now);
        return known.equals(now);
    }

    public T get(int number) {
        T known = made.get(number);
        if (known == null) {
            known = adding.total(number);
            made.set(number, known);
        }
        return known;
    }

    /** Whether there were totals of the same before. */
    public boolean comparable() {
        return touched != null;
    }

    /** The totals that may not equal those before. */
    public BitSet changed() {
        var changed = new BitSet();
        changed.set(0, made.length());
        return touched == null ? changed : (BitSet) touched.clone();
    }
}
