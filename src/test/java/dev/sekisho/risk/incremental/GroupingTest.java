package dev.sekisho.risk.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingTest {
    /** Of six, the even ones in group 2, the others in group 0; nobody is in group 1. */
    private final Grouping grouping = new Grouping(6, 3, i -> i % 2 == 0 ? 2 : 0);

    @Test
    void holdsItsMembersInTheirOrder() {
        assertThat(grouping.groups()).isEqualTo(3);
        assertThat(members(0)).containsExactly(1, 3, 5);
        assertThat(members(1)).isEmpty();
        assertThat(members(2)).containsExactly(0, 2, 4);
    }

    @Test
    void knowsTheGroupOfAMember() {
        assertThat(IntStream.range(0, 6).map(grouping::of)).containsExactly(2, 0, 2, 0, 2, 0);
    }

    @Test
    void gathersTheMembersOfSomeGroups() {
        assertThat(grouping.members(groups(0, 1)).stream()).containsExactly(1, 3, 5);
        assertThat(grouping.members(groups(0, 2)).cardinality()).isEqualTo(6);
        assertThat(grouping.members(groups()).isEmpty()).isTrue();
    }

    private IntStream members(int group) {
        return IntStream.range(0, grouping.size(group)).map(i -> grouping.member(group, i));
    }

    private static BitSet groups(int... numbers) {
        var groups = new BitSet();
        IntStream.of(numbers).forEach(groups::set);
        return groups;
    }
}
