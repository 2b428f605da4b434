package dev.sekisho.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentTest {

    @Test
    void comparesSetsOverOneListByPosition() {
        var alignment = new Alignment(List.of("a", "b", "c"), List.of("a", "b", "c"));

        assertThat(alignment.same(positions(0, 2), positions(0, 2))).isTrue();
        assertThat(alignment.same(positions(0, 2), positions(0, 1))).isFalse();
        assertThat(alignment.same(positions(), positions(2))).isFalse();
    }

    @Test
    void followsKeysBehindOneThatCame() {
        var alignment = new Alignment(List.of("b", "c", "e"), List.of("a", "b", "c", "d", "e"));

        assertThat(alignment.same(positions(0, 1, 2), positions(1, 2, 4))).isTrue();
        assertThat(alignment.same(positions(0, 1, 2), positions(0, 1, 2))).isFalse();
        assertThat(alignment.same(positions(2), positions(3))).isFalse();
    }

    @Test
    void followsKeysBehindOneThatWent() {
        var alignment = new Alignment(List.of("a", "b", "c", "d", "e"), List.of("b", "c", "e"));

        assertThat(alignment.same(positions(1, 2, 4), positions(0, 1, 2))).isTrue();
        assertThat(alignment.same(positions(1, 2), positions(0, 1, 2))).isFalse();
    }

    @Test
    void findsASetChangedThatHeldAKeyThatWent() {
        var alignment = new Alignment(List.of("a", "b", "c"), List.of("a", "c"));

        assertThat(alignment.same(positions(0, 1), positions(0))).isFalse();
        assertThat(alignment.same(positions(0, 2), positions(0, 1))).isTrue();
    }

    @Test
    void findsASetChangedThatHoldsAKeyThatCame() {
        var alignment = new Alignment(List.of("a"), List.of("a", "b", "c"));

        assertThat(alignment.same(positions(0), positions(0, 2))).isFalse();
        assertThat(alignment.same(positions(0), positions(0))).isTrue();
    }

    @Test
    void tellsApartWhatTookTheSamePlace() {
        var alignment = new Alignment(List.of("a", "b", "d"), List.of("a", "c", "d"));

        assertThat(alignment.same(positions(1), positions(1))).isFalse();
        assertThat(alignment.same(positions(0, 2), positions(0, 2))).isTrue();
    }

    private static BitSet positions(int... positions) {
        var set = new BitSet();
        for (int position : positions) {
            set.set(position);
        }
        return set;
    }
}
