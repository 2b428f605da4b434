package dev.sekisho.risk.path.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeySetTest {
    private static final List<String> KEYS = List.of("a", "b", "c", "d");

    @Test
    void isTheSortedSetOfTheChosen() {
        var set = of(0, 2, 3);

        assertThat(set).containsExactly("a", "c", "d").isEqualTo(new TreeSet<>(List.of("a", "c", "d")));
        assertThat(set.contains("c")).isTrue();
        assertThat(set.contains("b")).isFalse();
        assertThat(set.contains("x")).isFalse();
        assertThat(set.contains(7)).isFalse();
        assertThat(set.first()).isEqualTo("a");
        assertThat(set.last()).isEqualTo("d");
        assertThat(set.headSet("c")).containsExactly("a");
        assertThat(set.tailSet("c")).containsExactly("c", "d");
        assertThat(set.subSet("b", "d")).containsExactly("c");
        assertThat(set.comparator()).isNull();
    }

    @Test
    void equalsByContent() {
        assertThat(of(1, 2)).isEqualTo(of(1, 2)).hasSameHashCodeAs(of(1, 2)).isNotEqualTo(of(1));
    }

    @Test
    void meansTheKeysAndNotTheirPositions() {
        var shifted = new KeySet(List.of("b", "c"), positions(0));

        assertThat(of(1)).isEqualTo(shifted);
        assertThat(of(0)).isNotEqualTo(shifted);
        assertThat(of(0, 2)).hasSameHashCodeAs(new TreeSet<>(List.of("a", "c")));
    }

    @Test
    void hasNoEndsWhenEmpty() {
        assertThatThrownBy(() -> of().first()).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> of().last()).isInstanceOf(NoSuchElementException.class);
    }

    private static KeySet of(int... positions) {
        return new KeySet(KEYS, positions(positions));
    }

    private static BitSet positions(int... positions) {
        var chosen = new BitSet();
        for (int position : positions) {
            chosen.set(position);
        }
        return chosen;
    }
}
