package dev.sekisho.risk.incremental;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one kind in the order of their keys, compared with the previous roster: most assessments differ from the one
 * before in a few facts, and what was found about all others is carried over.
 */
public final class IndexedFacts<T> {
    /** Not in the previous roster, or not the same. */
    public static final int NEW = -1;

    /** So many, or one in so many, are made one after the other; it takes more for two processors to be quicker. */
    private static final int FEW = 8;

    private final List<T> items;
    private final Function<T, String> key;
    /** Where each key stood before; absent where every key stands where it stood. */
    private final int @Nullable [] before;

    private final BitSet changed = new BitSet();

    public IndexedFacts(Collection<T> items, Function<T, String> key, @Nullable IndexedFacts<T> previous) {
        this.items = new ArrayList<>(items);
        this.key = key;
        boolean aligned = previous != null && aligned(previous.items);
        this.before = aligned ? null : places(previous == null ? List.of() : previous.items);
    }

    private boolean aligned(List<T> old) {
        if (old.size() != items.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) != old.get(i)) {
                if (!key.apply(items.get(i)).equals(key.apply(old.get(i)))) {
                    return false;
                }
                changed.set(i);
            }
        }
        return true;
    }

    private int[] places(List<T> old) {
        int[] places = new int[items.size()];
        int at = 0;
        for (int i = 0; i < places.length; i++) {
            T item = items.get(i);
            while (at < old.size()
                    && old.get(at) != item
                    && key.apply(old.get(at)).compareTo(key.apply(item)) < 0) {
                at++;
            }
            boolean there = at < old.size()
                    && (old.get(at) == item || key.apply(old.get(at)).equals(key.apply(item)));
            places[i] = there ? at : NEW;
            changed.set(i, !there || old.get(at) != item);
        }
        return places;
    }

    public int size() {
        return items.size();
    }

    public T get(int index) {
        return items.get(index);
    }

    /** Where the fact with a key stands. */
    public Optional<Integer> find(String wanted) {
        int low = 0;
        int high = items.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = key.apply(items.get(middle)).compareTo(wanted);
            if (order == 0) {
                return Optional.of(middle);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    public List<T> items() {
        return items;
    }

    /** Where the same object stood before, or {@link #NEW}. */
    public int before(int index) {
        return changed.get(index) ? NEW : place(index);
    }

    /** Where the fact with the same key stood before, the same or not, or {@link #NEW}. */
    public int place(int index) {
        return before == null ? index : before[index];
    }

    /** What the previous roster has about the same object; absent where there is no such roster or object. */
    public <R> @Nullable R earlier(@Nullable List<R> previous, int index) {
        return previous == null || before(index) == NEW ? null : previous.get(before(index));
    }

    /** Whether every key stands where it stood. */
    public boolean aligned() {
        return before == null;
    }

    /** Whether it holds the very same facts as the previous one. */
    boolean isUnchanged() {
        return aligned() && changed.isEmpty();
    }

    /** Keys of the previous roster that are no more. */
    public Stream<String> goneFrom(IndexedFacts<T> previous) {
        return aligned()
                ? Stream.empty()
                : previous.items.stream().map(key).filter(old -> find(old).isEmpty());
    }

    /** The facts that are new or not the same. */
    public BitSet changed() {
        return (BitSet) changed.clone();
    }

    /**
     * Something about every fact.
     *
     * @param previous the same about the previous roster; absent to make everything anew
     * @param affected what has to be made anew beside what changed
     */
    public <R> List<R> about(@Nullable List<R> previous, BitSet affected, IntFunction<R> maker) {
        if (previous == null) {
            return made(maker);
        }
        var anew = changed();
        anew.or(affected);
        if (!aligned() || anew.cardinality() > Math.max(FEW, items.size() / FEW)) {
            return made(i -> anew.get(i) ? maker.apply(i) : previous.get(before(i)));
        }
        var all = new ArrayList<>(previous);
        anew.stream().forEach(i -> all.set(i, maker.apply(i)));
        return all;
    }

    /** The facts about which it is no more the very same. */
    public <R> BitSet differing(List<R> now, @Nullable List<R> previous) {
        var differing = new BitSet();
        for (int i = 0; i < now.size(); i++) {
            differing.set(i, now.get(i) != earlier(previous, i));
        }
        return differing;
    }

    @SuppressWarnings("unchecked")
    private <R> List<R> made(IntFunction<R> maker) {
        return (List<R>) Arrays.asList(
                IntStream.range(0, size()).parallel().mapToObj(maker).toArray());
    }
}
