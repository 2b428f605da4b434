package dev.sekisho.risk.path.number;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A set of keys out of many, one bit each: thousands of zones share what thousands of third parties can reach. */
public final class KeySet extends AbstractSet<String> implements SortedSet<String> {
    private final List<String> keys;
    private final BitSet chosen;

    /**
     * @param keys all keys there are, in ascending order
     * @param chosen the positions of those in the set; not to be changed any more
     */
    public KeySet(List<String> keys, BitSet chosen) {
        this.keys = keys;
        this.chosen = chosen;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other instanceof KeySet that) {
            return keys == that.keys ? chosen.equals(that.chosen) : holdsWhat(that);
        }
        return super.equals(other);
    }

    /** Both are in the order of their keys, and most keys are the very same text. */
    private boolean holdsWhat(KeySet that) {
        int other = that.chosen.nextSetBit(0);
        for (int at = chosen.nextSetBit(0); at >= 0; at = chosen.nextSetBit(at + 1)) {
            if (other < 0 || !keys.get(at).equals(that.keys.get(other))) {
                return false;
            }
            other = that.chosen.nextSetBit(other + 1);
        }
        return other < 0;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public boolean contains(@Nullable Object key) {
        int at = key instanceof String text ? Collections.binarySearch(keys, text) : -1;
        return at >= 0 && chosen.get(at);
    }

    @Override
    public Iterator<String> iterator() {
        return chosen.stream().mapToObj(keys::get).iterator();
    }

    @Override
    public int size() {
        return chosen.cardinality();
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedSet<String> subSet(String from, String to) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(this).subSet(from, to));
    }

    @Override
    public SortedSet<String> headSet(String to) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(this).headSet(to));
    }

    @Override
    public SortedSet<String> tailSet(String from) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(this).tailSet(from));
    }

    @Override
    public String first() {
        if (chosen.isEmpty()) {
            throw new NoSuchElementException();
        }
        return keys.get(chosen.nextSetBit(0));
    }

    @Override
    public String last() {
        if (chosen.isEmpty()) {
            throw new NoSuchElementException();
        }
        return keys.get(chosen.length() - 1);
    }
}
