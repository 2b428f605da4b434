package dev.sekisho.matching.published;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Unmodifiable copies that keep the order of the source, so that loading a file twice gives the same text twice. A copy of
 * a copy is the copy itself: one list of platforms may belong to hundreds of entries.
 */
public final class Ordered {
    private Ordered() {}

    public static Set<String> copy(Set<String> values) {
        if (values instanceof Copy) {
            return values;
        }
        return values.size() < 2 ? Set.copyOf(values) : new Copy(List.copyOf(new LinkedHashSet<>(values)));
    }

    private static final class Copy extends AbstractSet<String> {
        // Thousands of small ones are held: a list takes a fraction of the memory of a set.
        private final List<String> values;

        private Copy(List<String> values) {
            this.values = values;
        }

        @Override
        public Iterator<String> iterator() {
            Iterator<String> all = values.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public String next() {
                    return all.next();
                }
            };
        }

        @Override
        public boolean contains(Object value) {
            return value != null && values.contains(value);
        }

        @Override
        public int size() {
            return values.size();
        }
    }
}
