package dev.sekisho.risk.incremental;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A collection in the making: whatever its inputs are read from, beside the facts of its own roster, is said here. Where
 * none of that changed, inputs are not even looked at; where assertions are on, it is tried whether that holds.
 */
public final class Derivation {
    private final Step step;
    private final IndexedFacts<?> keys;
    private final BitSet affected;
    private final List<Object> sources = new ArrayList<>();
    private final List<Object> conditions = new ArrayList<>();

    Derivation(Step step, IndexedFacts<?> keys) {
        this.step = step;
        this.keys = keys;
        affected = keys.changed();
    }

    /** Each reads what is known of the same fact. */
    public Derivation reading(Tracked values) {
        affected.or(values.changed());
        return this;
    }

    /** Each reads what is known of the group it is in. */
    public Derivation reading(Tracked values, Grouping groups) {
        affected.or(groups.members(values.changed()));
        return this;
    }

    /** Each is a group and reads what is known of its members. */
    public Derivation readingMembers(Tracked values, Grouping groups) {
        affected.or(groups.groups(values.changed()));
        return this;
    }

    /** Each reads what is known of all that are in the same group. */
    public Derivation readingPeers(Tracked values, Grouping groups) {
        affected.or(groups.members(groups.groups(values.changed())));
        return this;
    }

    /** All inputs are read from these: while they are equal to those before, the inputs are too. */
    public Derivation readingFrom(Object... all) {
        sources.addAll(List.of(all));
        return this;
    }

    /** The formula looks at these as well: they are part of every input. */
    public Derivation given(Object... all) {
        conditions.addAll(List.of(all));
        return this;
    }

    /**
     * @param name once in a step
     * @param inputs of the fact with a number: a record of everything the formula looks at beside what is given
     * @param formula a function of the inputs and what is given, and of nothing else
     */
    public <I, V> Derived<I, V> derive(String name, IntFunction<I> inputs, Function<I, V> formula) {
        return step.derived(
                name, new Reading(keys, affected, List.copyOf(sources), List.copyOf(conditions)), inputs, formula);
    }

    /** The same where there is nothing to compute: the values are what is read. */
    public <V> Derived<V, V> collect(String name, IntFunction<V> values) {
        return derive(name, values, value -> value);
    }

    /**
     * What the inputs of a collection are read from.
     *
     * @param affected whose inputs may not be what they were, as long as sources and conditions are
     */
    record Reading(IndexedFacts<?> keys, BitSet affected, List<Object> sources, List<Object> conditions) {}
}
