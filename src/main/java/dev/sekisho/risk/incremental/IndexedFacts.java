package dev.sekisho.risk.incremental;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facts of one kind, numbered in the order of their keys, and how they differ from those of the step before. */
public final class IndexedFacts<T> implements Tracked {
    /** Not among those before. */
    public static final int NEW = -1;

    private final Map<String, T> facts;
    private final List<T> items;
    private final List<String> keys;
    /** Where each key stood before; absent where every key stands where it stood. */
    private final int @Nullable [] before;

    private final BitSet changed = new BitSet();
    /** Where those stood that are no more. */
    private final int[] gone;

    private final List<String> goneKeys;

    /** @param facts in the ascending order of their keys; not changed any more */
    @SuppressWarnings("unchecked")
    IndexedFacts(Map<String, T> facts, @Nullable IndexedFacts<T> previous) {
        this.facts = facts;
        boolean same = previous != null && previous.facts == facts;
        items = same ? previous.items : (List<T>) Arrays.asList(facts.values().toArray());
        boolean aligned = same || previous != null && aligned(previous);
        keys = aligned ? previous.keys : List.copyOf(facts.keySet());
        before = aligned ? null : places(previous == null ? List.of() : previous.keys, previous);
        gone = previous == null || aligned ? new int[0] : gonePlaces(previous.size());
        goneKeys = Arrays.stream(gone)
                .mapToObj(previous == null ? List.<String>of()::get : previous.keys::get)
                .toList();
    }

    /** Whether the keys are those before; an object that is the same has the same key. */
    private boolean aligned(IndexedFacts<T> previous) {
        if (previous.size() != items.size()) {
            return false;
        }
        int at = 0;
        for (Map.Entry<String, T> fact : facts.entrySet()) {
            if (fact.getValue() != previous.items.get(at)) {
                if (!fact.getKey().equals(previous.keys.get(at))) {
                    changed.clear();
                    return false;
                }
                changed.set(at);
            }
            at++;
        }
        return true;
    }

    private int[] places(List<String> old, @Nullable IndexedFacts<T> previous) {
        int[] places = new int[items.size()];
        int at = 0;
        for (int i = 0; i < places.length; i++) {
            while (at < old.size() && old.get(at).compareTo(keys.get(i)) < 0) {
                at++;
            }
            boolean there = at < old.size() && old.get(at).equals(keys.get(i));
            places[i] = there ? at : NEW;
            changed.set(i, previous == null || !there || previous.items.get(at) != items.get(i));
        }
        return places;
    }

    private int[] gonePlaces(int old) {
        var left = new BitSet();
        left.set(0, old);
        for (int i = 0; i < size(); i++) {
            if (place(i) != NEW) {
                left.clear(place(i));
            }
        }
        return left.stream().toArray();
    }

    public int size() {
        return items.size();
    }

    public T get(int index) {
        return items.get(index);
    }

    public List<T> items() {
        return items;
    }

    /** The very same list as before as long as nothing comes or goes. */
    public List<String> keys() {
        return keys;
    }

    /** Where the fact with a key stands. */
    public Optional<Integer> find(String key) {
        int at = Collections.binarySearch(keys, key);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    /** Where the fact with a key stands that is there for certain. */
    public int at(String key) {
        return find(key).orElseThrow();
    }

    /** The facts that are new or not the same. */
    @Override
    public BitSet changed() {
        return (BitSet) changed.clone();
    }

    /** Keys that were there before and are no more. */
    public List<String> gone() {
        return goneKeys;
    }

    /** Where the fact with the same key stood before, the same or not, or {@link #NEW}. */
    int place(int index) {
        return before == null ? index : before[index];
    }

    /** Whether every key stands where it stood. */
    boolean aligned() {
        return before == null;
    }

    int[] gonePlaces() {
        return gone;
    }
}
