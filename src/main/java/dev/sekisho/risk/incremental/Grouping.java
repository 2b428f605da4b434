package dev.sekisho.risk.incremental;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/** Numbered things sorted into numbered groups, in their order; without boxes, for there are many. */
public final class Grouping {
    private final int[] starts;
    private final int[] members;
    private final int[] groupOf;

    public Grouping(int size, int groups, IntUnaryOperator group) {
        groupOf = new int[size];
        starts = new int[groups + 1];
        for (int i = 0; i < size; i++) {
            groupOf[i] = group.applyAsInt(i);
            starts[groupOf[i] + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        members = new int[size];
        int[] next = starts.clone();
        for (int i = 0; i < size; i++) {
            members[next[groupOf[i]]++] = i;
        }
    }

    public int groups() {
        return starts.length - 1;
    }

    public int of(int member) {
        return groupOf[member];
    }

    public int size(int group) {
        return starts[group + 1] - starts[group];
    }

    public int member(int group, int position) {
        return members[starts[group] + position];
    }

    /** All members of these groups. */
    public BitSet members(BitSet groups) {
        var all = new BitSet();
        for (int group = groups.nextSetBit(0); group >= 0; group = groups.nextSetBit(group + 1)) {
            for (int i = starts[group]; i < starts[group + 1]; i++) {
                all.set(members[i]);
            }
        }
        return all;
    }
}
