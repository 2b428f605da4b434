package dev.sekisho.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreaksTest {

    @Test
    void packsSetsOfAtMostTwo() {
        assertThat(Breaks.of(5, 3)).isEqualTo(Breaks.of(3, 5));
        assertThat(Breaks.of(4, 4)).isEqualTo(Breaks.of(4));
        assertThat(Breaks.size(Breaks.NONE)).isZero();
        assertThat(Breaks.size(Breaks.of(1))).isEqualTo(1);
        assertThat(Breaks.size(Breaks.of(1, 2))).isEqualTo(2);
    }

    @Test
    void unitesWhatFits() {
        assertThat(Breaks.union(Breaks.of(1), Breaks.of(2))).isEqualTo(Breaks.of(1, 2));
        assertThat(Breaks.union(Breaks.of(1, 2), Breaks.of(2))).isEqualTo(Breaks.of(1, 2));
        assertThat(Breaks.union(Breaks.of(2), Breaks.of(1, 2))).isEqualTo(Breaks.of(1, 2));
        assertThat(Breaks.union(Breaks.of(1, 2), Breaks.of(3))).isEqualTo(Breaks.TOO_MANY);
        assertThat(Breaks.union(Breaks.NONE, Breaks.of(3))).isEqualTo(Breaks.of(3));
    }

    @Test
    void remembersTheZone() {
        long state = Breaks.at(4_999, Breaks.of(70_000, 3));

        assertThat(Breaks.zone(state)).isEqualTo(4_999);
        assertThat(Breaks.breaks(state)).isEqualTo(Breaks.of(3, 70_000));
    }
}
