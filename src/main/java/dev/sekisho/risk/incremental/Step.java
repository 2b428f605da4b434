package dev.sekisho.risk.incremental;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One assessment in the making. Whoever derives something says what it is called, what goes in and what comes out; whether
 * it is made or taken over is decided here. Every name is used once in a step.
 */
public final class Step {
    private final String scope;
    private final Course course;

    private Step(String scope, Course course) {
        this.scope = scope;
        this.course = course;
    }

    /** What all rooms of one step have in common. */
    private static final class Course {
        /** Absent once the step is over: whoever still holds it must not hold all steps before. */
        private @Nullable Memory earlier;

        private final Map<String, Object> derived = new ConcurrentHashMap<>();

        private Course(Memory earlier) {
            this.earlier = earlier;
        }
    }

    /** From nothing. */
    public static Step first() {
        return after(Memory.NONE);
    }

    /** @param memory of the step before */
    public static Step after(Memory memory) {
        return new Step("", new Course(memory));
    }

    /** The same step, for what is derived more than once under different assumptions. */
    public Step under(Object assumption) {
        return new Step(scope + assumption + '/', course);
    }

    /** What was derived in this step, which is over; it does not hold the memory this step started from. */
    public Memory memory() {
        course.earlier = null;
        return new Memory(Map.copyOf(course.derived));
    }

    /** Facts in the ascending order of their keys; the very same map as before holds the very same facts. */
    public <T> IndexedFacts<T> roster(String name, Map<String, T> facts) {
        return remember(name, new IndexedFacts<>(facts, this.<IndexedFacts<T>>recall(name)));
    }

    /** @param group the key of a member's group, absent where it is in none */
    public <T> Grouping grouping(
            String name, IndexedFacts<T> members, IndexedFacts<?> groups, Function<T, @Nullable String> group) {
        Grouping earlier = recall(name);
        return remember(name, Grouping.after(earlier, members, groups, groups.size(), i -> {
            String key = group.apply(members.get(i));
            return key == null ? Grouping.NONE : groups.find(key).orElse(Grouping.NONE);
        }));
    }

    /** Groups of those with something in common, which has no roster of its own; absent where one has nothing. */
    public <T, K> Grouping classes(String name, IndexedFacts<T> members, Function<T, @Nullable K> common) {
        Classes<K> earlier = recall(name);
        return remember(name, Classes.of(members, common, earlier)).grouping();
    }

    /** For a value for every fact of a roster of this step. */
    public Derivation over(IndexedFacts<?> keys) {
        return new Derivation(this, keys);
    }

    <I, V> Derived<I, V> derived(
            String name, Derivation.Reading reading, IntFunction<I> inputs, Function<I, V> formula) {
        Derived<I, V> now = Derived.of(reading, inputs, formula, this.<Derived.Kept<I, V>>recall(name));
        remember(name, now.kept());
        return now;
    }

    /** Answers that hold whatever changes, and are only kept to save work. */
    public <C> C cache(String name, Supplier<C> empty, UnaryOperator<C> renewed) {
        C known = recall(name);
        return remember(name, known == null ? empty.get() : renewed.apply(known));
    }

    /** One value. */
    public <I, V> V value(String name, I inputs, Function<I, V> formula) {
        Single<I, V> known = recall(name);
        V value = known != null && known.inputs.equals(inputs) ? known.value : formula.apply(inputs);
        boolean same = known != null && value.equals(known.value);
        return remember(name, new Single<>(inputs, same ? known.value : value)).value;
    }

    private record Single<I, V>(I inputs, V value) {}

    /** Whether something equals what it was in the step before; never in the first. */
    public boolean isSteady(String name, Object value) {
        Object known = recall(name);
        return remember(name, value).equals(known);
    }

    /**
     * One value that is made out of the one before. It is what it would be if it were made from nothing, and may tell where
     * it differs.
     */
    public interface Evolving<I, V> {
        V first(I inputs);

        V next(V before, I inputs);

        /** The same value in a step in which nothing happened to it. */
        V still(V before);
    }

    public <I, V> V evolve(String name, I inputs, Evolving<I, V> evolving) {
        Single<I, V> known = recall(name);
        V value = known == null
                ? evolving.first(inputs)
                : known.inputs.equals(inputs) ? evolving.still(known.value) : evolving.next(known.value, inputs);
        return remember(name, new Single<>(inputs, value)).value;
    }

    /** Totals over parts. */
    public <P, S, T> Totals<P, S, T> totals(
            String name, List<String> of, List<P> parts, Totals.Ground ground, Totals.Adding<P, S, T> adding) {
        return remember(name, new Totals<>(of, parts, ground, adding, this.<Totals<P, S, T>>recall(name)));
    }

    /** A name stands for one kind of thing, in every step. */
    @SuppressWarnings("unchecked")
    private <T> @Nullable T recall(String name) {
        if (course.earlier == null) {
            throw new IllegalStateException("the step is over: " + scope + name);
        }
        return (T) course.earlier.derived.get(scope + name);
    }

    private <T> T remember(String name, T now) {
        if (course.derived.putIfAbsent(scope + name, Objects.requireNonNull(now)) != null) {
            throw new IllegalStateException(scope + name + " is derived twice");
        }
        return now;
    }
}
