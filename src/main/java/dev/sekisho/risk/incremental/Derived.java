package dev.sekisho.risk.incremental;

import dev.sekisho.risk.incremental.Derivation.Reading;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
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
public final class Derived<I, V> implements Tracked {
    /** So few are made one after the other; it takes more for two processors to be quicker. */
    private static final int FEW = 16;

    /** Where assertions are on, so many inputs are checked whether they are as before. */
    private static final int CHECKED = 500;

    private final Kept<I, V> kept;
    private final BitSet made;
    private final BitSet changed;
    private final List<V> gone;
    private final boolean comparable;

    /** What the next step needs to know. */
    record Kept<I, V>(List<Object> sources, List<Object> conditions, List<I> inputs, List<V> values) {}

    private Derived(Kept<I, V> kept, BitSet made, BitSet changed, List<V> gone, boolean comparable) {
        this.kept = kept;
        this.made = made;
        this.changed = changed;
        this.gone = gone;
        this.comparable = comparable;
    }

    static <I, V> Derived<I, V> of(
            Reading reading, IntFunction<I> asked, Function<I, V> formula, @Nullable Kept<I, V> earlier) {
        if (earlier == null || !earlier.sources.equals(reading.sources())) {
            return new Making<>(reading, asked, formula, earlier)
                    .made(all(reading.keys().size()));
        }
        boolean sameConditions = earlier.conditions.equals(reading.conditions());
        assert !sameConditions || nothingElseMoved(reading, asked, earlier) : "reads more than it says";
        if (sameConditions && reading.keys().aligned() && reading.affected().isEmpty()) {
            // Equal is not the same: the sources of before would keep alive whatever they belong to.
            var kept = new Kept<>(reading.sources(), reading.conditions(), earlier.inputs, earlier.values);
            return new Derived<>(kept, new BitSet(), new BitSet(), List.of(), true);
        }
        var making = new Making<>(reading, asked, formula, earlier);
        return making.made(
                sameConditions ? reading.affected() : all(reading.keys().size()));
    }

    /** Of very many some are looked at: a check must not cost what the change does not touch. */
    private static <I, V> boolean nothingElseMoved(Reading reading, IntFunction<I> asked, Kept<I, V> earlier) {
        int size = reading.keys().size();
        int step = 1 + size / CHECKED;
        return IntStream.iterate(0, i -> i < size, i -> i + step)
                .filter(i -> !reading.affected().get(i))
                .allMatch(i ->
                        asked.apply(i).equals(earlier.inputs.get(reading.keys().place(i))));
    }

    private static BitSet all(int size) {
        var all = new BitSet();
        all.set(0, size);
        return all;
    }

    private static final class Making<I, V> {
        private final Reading reading;
        private final IndexedFacts<?> keys;
        private final IntFunction<I> asked;
        private final Function<I, V> formula;
        private final @Nullable Kept<I, V> earlier;
        private final boolean comparable;
        private final @Nullable I[] inputs;
        private final @Nullable V[] values;

        @SuppressWarnings("unchecked")
        Making(Reading reading, IntFunction<I> asked, Function<I, V> formula, @Nullable Kept<I, V> earlier) {
            this.reading = reading;
            this.keys = reading.keys();
            this.asked = asked;
            this.formula = formula;
            this.earlier = earlier;
            comparable = earlier != null && earlier.conditions.equals(reading.conditions());
            inputs = (I[]) (earlier == null ? new Object[keys.size()] : moved(earlier.inputs));
            values = (V[]) (earlier == null ? new Object[keys.size()] : moved(earlier.values));
        }

        /** Everything of before, where its key stands now. */
        private @Nullable Object[] moved(List<?> before) {
            if (keys.aligned()) {
                return before.toArray();
            }
            var now = new Object[keys.size()];
            for (int i = 0; i < now.length; i++) {
                now[i] = keys.place(i) == IndexedFacts.NEW ? null : before.get(keys.place(i));
            }
            return now;
        }

        Derived<I, V> made(BitSet affected) {
            int[] asking = affected.stream().toArray();
            var anew = new boolean[asking.length];
            IntStream some = IntStream.range(0, asking.length);
            (asking.length > FEW ? some.parallel() : some).forEach(at -> anew[at] = make(asking[at]));
            var made = new BitSet();
            var changed = new BitSet();
            for (int at = 0; at < asking.length; at++) {
                made.set(asking[at], anew[at]);
                changed.set(asking[at], values[asking[at]] != before(asking[at]));
            }
            return new Derived<>(kept(changed), made, changed, gone(made), comparable);
        }

        /** Whether the formula had to be asked. */
        private boolean make(int i) {
            I now = asked.apply(i);
            boolean anew = !comparable || !now.equals(inputs[i]);
            if (anew) {
                V value = formula.apply(now);
                inputs[i] = now;
                values[i] = value.equals(values[i]) ? values[i] : value;
            }
            return anew;
        }

        @SuppressWarnings("NullAway") // every place is filled by now
        private Kept<I, V> kept(BitSet changed) {
            boolean same = earlier != null && keys.aligned() && changed.isEmpty();
            return new Kept<>(
                    reading.sources(), reading.conditions(), list(inputs), same ? earlier.values : list(values));
        }

        private @Nullable V before(int i) {
            return earlier == null || keys.place(i) == IndexedFacts.NEW ? null : earlier.values.get(keys.place(i));
        }

        private List<V> gone(BitSet made) {
            return earlier == null
                    ? List.of()
                    : Stream.concat(
                                    made.stream().mapToObj(this::before).flatMap(Stream::ofNullable),
                                    Arrays.stream(keys.gonePlaces()).mapToObj(earlier.values::get))
                            .toList();
        }

        private static <T> List<T> list(T[] all) {
            return Collections.unmodifiableList(Arrays.asList(all));
        }
    }

    Kept<I, V> kept() {
        return kept;
    }

    public V get(int index) {
        return kept.values.get(index);
    }

    /** The very same list as before as long as none of them changes. */
    public List<V> values() {
        return kept.values;
    }

    public Stream<V> stream() {
        return kept.values.stream();
    }

    @Override
    public BitSet changed() {
        return (BitSet) changed.clone();
    }

    /** Whether it was made from one before under the same conditions. */
    public boolean comparable() {
        return comparable;
    }

    /** Those that were made anew, be they equal to those before or not. */
    public Stream<V> come() {
        return made.stream().mapToObj(this::get);
    }

    /** Those of before that are no more, or were made anew. */
    public List<V> gone() {
        return comparable ? gone : List.of();
    }
}
