package dev.sekisho.risk.rule;

import dev.sekisho.risk.traffic.TrafficSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers for who accepts a finding: whatever comes on top of it was not accepted.
 *
 * @param facts what there is, in words, each with how much of it: 0 where it is there or not
 * @param traffic sets of packets by what they are
 * @param undecided where there are too many facts to be kept: all of them, to tell whether they are the same
 */
public record AcceptanceScope(
        SortedMap<String, Integer> facts,
        SortedMap<String, TrafficSet> traffic,
        @Nullable String undecided) {

    /** Nothing but the finding itself. */
    public static final AcceptanceScope BARE =
            new AcceptanceScope(Collections.emptySortedMap(), Collections.emptySortedMap(), null);

    /** More are not kept one by one. */
    private static final int MOST_FACTS = 10_000;

    public AcceptanceScope {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        traffic = Collections.unmodifiableSortedMap(new TreeMap<>(traffic));
    }

    public AcceptanceScope and(String fact) {
        return and(fact, 0);
    }

    public AcceptanceScope and(String fact, int amount) {
        var more = new TreeMap<>(facts);
        more.merge(fact, amount, Math::max);
        return new AcceptanceScope(more, traffic, undecided);
    }

    public AcceptanceScope andAll(String what, Collection<?> keys) {
        return and(keys.stream().collect(Collectors.toMap(key -> what + " " + key, key -> 0, Math::max)));
    }

    public AcceptanceScope and(Map<String, Integer> some) {
        var more = new TreeMap<>(facts);
        more.putAll(some);
        return new AcceptanceScope(more, traffic, undecided);
    }

    /** Everything up to a value of a scale that begins with the best one. */
    public <E> AcceptanceScope upTo(String what, E value, List<E> scale) {
        return andAll(what, scale.subList(0, scale.indexOf(value) + 1));
    }

    public AcceptanceScope and(String what, TrafficSet packets) {
        var more = new TreeMap<>(traffic);
        more.put(what, packets);
        return new AcceptanceScope(facts, more, undecided);
    }

    /** The same in a size that can be kept. */
    public AcceptanceScope bounded() {
        return facts.size() <= MOST_FACTS
                ? this
                : new AcceptanceScope(Collections.emptySortedMap(), traffic, facts.toString());
    }

    /** The same with what it was made from, where that has to be kept, in a shorter form. */
    public AcceptanceScope digested(UnaryOperator<String> digest) {
        var packets = new TreeMap<>(traffic);
        packets.replaceAll((what, some) -> some.digested(digest));
        return new AcceptanceScope(facts, packets, undecided == null ? null : digest.apply(undecided));
    }

    /** What is here and was not in what was accepted, in words; empty exactly if all of it was. */
    public List<String> beyond(AcceptanceScope accepted) {
        var more = new ArrayList<String>();
        if (undecided != null || accepted.undecided != null) {
            if (undecided == null || !undecided.equals(accepted.undecided)) {
                more.add("so many facts that what is new cannot be told");
            }
        } else {
            facts.forEach((fact, amount) -> compare(fact, amount, accepted.facts.get(fact), more));
        }
        traffic.forEach((what, packets) -> packets.beyond(accepted.traffic.getOrDefault(what, NO_TRAFFIC)).stream()
                .map(packet -> what + " " + packet)
                .forEach(more::add));
        return more;
    }

    private static final TrafficSet NO_TRAFFIC = new TrafficSet(List.of(), null);

    private static void compare(String fact, int amount, @Nullable Integer accepted, List<String> more) {
        if (accepted == null) {
            more.add(amount == 0 ? fact : fact + " " + amount);
        } else if (amount > accepted) {
            more.add(fact + " " + amount + " instead of " + accepted);
        }
    }
}
