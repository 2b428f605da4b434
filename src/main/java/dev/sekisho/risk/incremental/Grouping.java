package dev.sekisho.risk.incremental;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbered things sorted into numbered groups, in their order, and which groups lost or won some since the step before;
 * without boxes, for there are many.
 */
public final class Grouping {
    /** Of what is in no group. */
    public static final int NONE = -1;

    private final int[] starts;
    private final int[] members;
    private final int[] groupOf;
    private final BitSet touched;

    /** @param group the number of a member's group, or {@link #NONE} */
    public Grouping(int size, int groups, IntUnaryOperator group) {
        this(IntStream.range(0, size).map(group).toArray(), groups, all(groups));
    }

    private Grouping(int[] groupOf, int groups, BitSet touched) {
        this.groupOf = groupOf;
        this.touched = touched;
        starts = new int[groups + 1];
        for (int group : groupOf) {
            if (group != NONE) {
                starts[group + 1]++;
            }
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        members = new int[starts[groups]];
        int[] next = starts.clone();
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] != NONE) {
                members[next[groupOf[i]]++] = i;
            }
        }
    }

    private Grouping(Grouping same) {
        starts = same.starts;
        members = same.members;
        groupOf = same.groupOf;
        touched = new BitSet();
    }

    /**
     * The grouping of this step.
     *
     * @param groups absent where a group keeps its number for ever
     * @param size how many groups there are
     * @param group of a member, by its number
     */
    static Grouping after(
            @Nullable Grouping earlier,
            IndexedFacts<?> members,
            @Nullable IndexedFacts<?> groups,
            int size,
            IntUnaryOperator group) {
        if (earlier == null) {
            return new Grouping(members.size(), size, group);
        }
        boolean sameGroups = groups == null ? size == earlier.groups() : groups.aligned();
        boolean same = sameGroups
                && members.aligned()
                && members.changed().stream().allMatch(i -> earlier.groupOf[i] == group.applyAsInt(i));
        return same ? new Grouping(earlier) : earlier.regrouped(members, groups, size, group);
    }

    private Grouping regrouped(
            IndexedFacts<?> members, @Nullable IndexedFacts<?> groups, int size, IntUnaryOperator group) {
        int[] numbers = groups == null || groups.aligned() ? null : numbersNow(groups);
        BitSet changed = members.changed();
        int[] now = new int[members.size()];
        var moved = new BitSet();
        for (int i = 0; i < now.length; i++) {
            int place = members.place(i);
            int old = place == IndexedFacts.NEW ? NONE : renumbered(groupOf[place], numbers);
            now[i] = changed.get(i) || old == NONE ? group.applyAsInt(i) : old;
            if (now[i] != old) {
                touch(moved, now[i]);
                touch(moved, old);
            }
        }
        for (int place : members.gonePlaces()) {
            touch(moved, renumbered(groupOf[place], numbers));
        }
        return new Grouping(now, size, moved);
    }

    private static void touch(BitSet groups, int group) {
        if (group != NONE) {
            groups.set(group);
        }
    }

    private static int renumbered(int group, int @Nullable [] numbers) {
        return group == NONE || numbers == null ? group : numbers[group];
    }

    /** The number each group of before has now. */
    private int[] numbersNow(IndexedFacts<?> groups) {
        int[] numbers = new int[groups()];
        Arrays.fill(numbers, NONE);
        for (int i = 0; i < groups.size(); i++) {
            if (groups.place(i) != IndexedFacts.NEW) {
                numbers[groups.place(i)] = i;
            }
        }
        return numbers;
    }

    public int groups() {
        return starts.length - 1;
    }

    /** The group of a member, or {@link #NONE}. */
    public int of(int member) {
        return groupOf[member];
    }

    public int size(int group) {
        return starts[group + 1] - starts[group];
    }

    public int member(int group, int position) {
        return members[starts[group] + position];
    }

    public IntStream members(int group) {
        return IntStream.range(starts[group], starts[group + 1]).map(at -> members[at]);
    }

    /** What is known of the members of a group. */
    public <V> List<V> of(int group, List<V> values) {
        return members(group).mapToObj(values::get).toList();
    }

    /** All members of these groups. */
    BitSet members(BitSet groups) {
        var all = new BitSet();
        groups.stream().flatMap(this::members).forEach(all::set);
        return all;
    }

    /** The groups of these members, and those that lost or won some. */
    BitSet groups(BitSet members) {
        var groups = (BitSet) touched.clone();
        members.stream().map(this::of).filter(group -> group != NONE).forEach(groups::set);
        return groups;
    }

    private static BitSet all(int size) {
        var all = new BitSet();
        all.set(0, size);
        return all;
    }
}
