package dev.sekisho.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.memory.Exhaustion.Sample;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExhaustionTest {
    private static final int SECONDS = 60;

    @Test
    void isReachedWhereCollectingTakesAllTheTimeOfAFullHeap() {
        assertThat(firstReachedAt(.97, .95)).isBetween(12, 13);
    }

    @Test
    void isReachedWhereOneCollectionAlmostTakesTheWindow() {
        var exhaustion = new Exhaustion();

        assertThat(exhaustion.reachedAt(new Sample(0, 0, .97))).isFalse();
        assertThat(exhaustion.reachedAt(new Sample(9_000, 8_900, .97))).isFalse();
        assertThat(exhaustion.reachedAt(new Sample(18_000, 17_700, .97))).isTrue();
    }

    @Test
    void isNotReachedWhereCollectingFindsRoom() {
        assertThat(firstReachedAt(.99, .8)).isEqualTo(SECONDS);
    }

    @Test
    void isNotReachedWhereWorkGoesOnInAFullHeap() {
        assertThat(firstReachedAt(.8, .97)).isEqualTo(SECONDS);
    }

    @Test
    void isNotReachedByAShortBurst() {
        var exhaustion = new Exhaustion();

        assertThat(IntStream.range(0, SECONDS)
                        .filter(second -> exhaustion.reachedAt(new Sample(second * 1000L, collected(second, 10), .97))))
                .isEmpty();
    }

    /** Ten seconds of nothing but collecting in every twenty. */
    private static long collected(int second, int burst) {
        return (second / 20 * burst + Math.min(second % 20, burst)) * 1000L;
    }

    @Test
    void isNotReachedWhereTheProcessWasNotRunAtAll() {
        var exhaustion = new Exhaustion();

        assertThat(exhaustion.reachedAt(new Sample(0, 0, .97))).isFalse();
        assertThat(exhaustion.reachedAt(new Sample(3_600_000, 100, .97))).isFalse();
    }

    /** The second at which the end was seen, of samples that are all alike. */
    private static int firstReachedAt(double collecting, double held) {
        var exhaustion = new Exhaustion();
        return IntStream.range(0, 2 * SECONDS)
                        .filter(half -> exhaustion.reachedAt(
                                new Sample(half * 500L, Math.round(half * 500L * collecting), held)))
                        .findFirst()
                        .orElse(2 * SECONDS)
                / 2;
    }
}
