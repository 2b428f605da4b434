package dev.sekisho.risk.incremental;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One assessment in the making. Whoever derives something says what it is called, what goes in and what comes out; whether
 * it is made or taken over is decided here. Every name is used once in a step.
 */
public final class Step {
    private final String scope;
    private final Memory earlier;
    private final Map<String, Object> derived;

    private Step(String scope, Memory earlier, Map<String, Object> derived) {
        this.scope = scope;
        this.earlier = earlier;
        this.derived = derived;
    }

    /** @param memory of the assessment before, where there is one */
    public static Step after(@Nullable Memory memory) {
        return new Step("", memory == null ? Memory.NONE : memory, new ConcurrentHashMap<>());
    }

    /** The same step, for what is derived more than once under different assumptions. */
    public Step under(Object assumption) {
        return new Step(scope + assumption + '/', earlier, derived);
    }

    /** What was derived in this step; it does not hold the memory this step started from. */
    public Memory memory() {
        return new Memory(Map.copyOf(derived));
    }

    /** Facts in the ascending order of their keys. */
    public <T> IndexedFacts<T> roster(String name, Collection<T> facts, Function<T, String> key) {
        return remember(name, new IndexedFacts<>(facts, key, this.<IndexedFacts<T>>recall(name)));
    }

    /** A value for every fact of a roster of this step. */
    public <I, V> Derived<I, V> derive(
            String name, IndexedFacts<?> keys, IntFunction<I> inputs, Function<I, V> formula) {
        return remember(name, new Derived<>(keys, inputs, formula, this.<Derived<I, V>>recall(name)));
    }

    /**
     * The same where all inputs are read from one basis: while that is equal too, they need not be looked at one by one.
     *
     * @param basis everything the inputs are read from, the facts of the roster apart
     */
    public <I, V> Derived<I, V> derive(
            String name, IndexedFacts<?> keys, Object basis, IntFunction<I> inputs, Function<I, V> formula) {
        Based<I, V> known = recall(name);
        Derived<I, V> earlier = known == null ? null : known.derived;
        boolean same = known != null && known.basis.equals(basis) && keys.isUnchanged();
        var now = same ? known.derived.unchanged() : new Derived<>(keys, inputs, formula, earlier);
        return remember(name, new Based<>(basis, now)).derived;
    }

    private record Based<I, V>(Object basis, Derived<I, V> derived) {}

    /** One value. */
    public <I, V> V value(String name, I inputs, Function<I, V> formula) {
        Single<I, V> known = recall(name);
        if (known != null && known.inputs.equals(inputs)) {
            return remember(name, known).value;
        }
        V value = formula.apply(inputs);
        boolean same = known != null && value.equals(known.value);
        return remember(name, new Single<>(inputs, same ? known.value : value)).value;
    }

    private record Single<I, V>(I inputs, V value) {}

    /** Totals over parts. */
    public <P, S, T> Totals<P, S, T> totals(
            String name, List<String> of, List<P> parts, Object ground, Totals.Adding<P, S, T> adding) {
        return remember(name, new Totals<>(of, parts, ground, adding, this.<Totals<P, S, T>>recall(name)));
    }

    /** A name stands for one kind of thing, in every step. */
    @SuppressWarnings("unchecked")
    private <T> @Nullable T recall(String name) {
        return (T) earlier.derived.get(scope + name);
    }

    private <T> T remember(String name, T now) {
        if (derived.putIfAbsent(scope + name, Objects.requireNonNull(now)) != null) {
            throw new IllegalStateException(scope + name + " is derived twice");
        }
        return now;
    }
}
