package dev.sekisho.risk.rule;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A few facts by name, in the order of the names, packed: a large estate holds a million of these, and a tree would take
 * three times as much.
 */
final class Facts extends AbstractMap<String, String> implements SortedMap<String, String> {
    private final String[] packed;

    Facts(SortedMap<String, String> facts) {
        packed = new String[2 * facts.size()];
        int at = 0;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            packed[at++] = fact.getKey();
            packed[at++] = fact.getValue();
        }
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                return IntStream.range(0, size()).mapToObj(Facts.this::entry).iterator();
            }

            @Override
            public int size() {
                return packed.length / 2;
            }
        };
    }

    private Entry<String, String> entry(int at) {
        return Map.entry(packed[2 * at], packed[2 * at + 1]);
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, String> subMap(String from, String to) {
        return new TreeMap<>(this).subMap(from, to);
    }

    @Override
    public SortedMap<String, String> headMap(String to) {
        return new TreeMap<>(this).headMap(to);
    }

    @Override
    public SortedMap<String, String> tailMap(String from) {
        return new TreeMap<>(this).tailMap(from);
    }

    @Override
    public String firstKey() {
        return key(0);
    }

    @Override
    public String lastKey() {
        return key(size() - 1);
    }

    private String key(int at) {
        if (packed.length == 0) {
            throw new NoSuchElementException();
        }
        return packed[2 * at];
    }
}
