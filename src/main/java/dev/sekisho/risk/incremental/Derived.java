package dev.sekisho.risk.incremental;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value for every key of a roster, each a function of its inputs alone. Where the inputs are equal to those of the same
 * key before, the value is the very same object; a value that is made anew and is equal gives way to the one before.
 *
 * @param <I> inputs: a record of everything the formula looks at
 * @param <V> what follows from them
 */
public final class Derived<I, V> {
    private final List<I> inputs;
    private final List<V> values;
    private final BitSet changed = new BitSet();

    /** @param before where each key stood in the earlier collection, or {@link IndexedFacts#NEW} */
    @SuppressWarnings("unchecked")
    Derived(IndexedFacts<?> keys, IntFunction<I> asked, Function<I, V> formula, @Nullable Derived<I, V> earlier) {
        var nowInputs = (I[]) new Object[keys.size()];
        var nowValues = (V[]) new Object[keys.size()];
        IntStream.range(0, keys.size()).parallel().forEach(i -> {
            I now = asked.apply(i);
            int place = earlier == null ? IndexedFacts.NEW : keys.place(i);
            if (place != IndexedFacts.NEW && now.equals(earlier.inputs.get(place))) {
                nowInputs[i] = earlier.inputs.get(place);
                nowValues[i] = earlier.values.get(place);
            } else {
                V value = formula.apply(now);
                nowInputs[i] = now;
                nowValues[i] = place != IndexedFacts.NEW && value.equals(earlier.values.get(place))
                        ? earlier.values.get(place)
                        : value;
            }
        });
        inputs = Arrays.asList(nowInputs);
        values = Arrays.asList(nowValues);
        for (int i = 0; i < nowValues.length; i++) {
            int place = earlier == null ? IndexedFacts.NEW : keys.place(i);
            changed.set(i, place == IndexedFacts.NEW || nowValues[i] != earlier.values.get(place));
        }
    }

    private Derived(List<I> inputs, List<V> values) {
        this.inputs = inputs;
        this.values = values;
    }

    /** The same a step later, when nothing is other than before. */
    Derived<I, V> unchanged() {
        return new Derived<>(inputs, values);
    }

    public V get(int index) {
        return values.get(index);
    }

    public List<V> values() {
        return values;
    }

    public Stream<V> stream() {
        return values.stream();
    }

    /** Where the value is new or not the same as before. */
    public BitSet changed() {
        return (BitSet) changed.clone();
    }
}
