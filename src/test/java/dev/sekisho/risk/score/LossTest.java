package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LossTest {
    @Test
    void makesFivePointsMoreOfTwiceTheLoss() {
        assertThat(Loss.combine(40_000)).isEqualTo(40_000);
        assertThat(Loss.combine(40_000, 40_000)).isEqualTo(45_000);
        assertThat(Loss.combine(40_000, 40_000, 40_000, 40_000)).isEqualTo(50_000);
        assertThat(Loss.of(5_000)).isEqualTo(2);
    }

    @Test
    void addsTheTenGreatestOnly() {
        int[] same = IntStream.generate(() -> 10_000).limit(Loss.TERMS).toArray();
        int[] more = IntStream.generate(() -> 10_000).limit(200).toArray();

        assertThat(Loss.combine(more)).isEqualTo(Loss.combine(same)).isEqualTo(10_000 + 16_610);
    }

    @Test
    void keepsAScoreBetweenItsEnds() {
        assertThat(Loss.capped(-1)).isZero();
        assertThat(Loss.capped(7)).isEqualTo(7);
        assertThat(Loss.capped(100_001)).isEqualTo(Loss.HIGHEST);
    }

    @Property
    void liesBetweenTheGreatestAndTheBoundOfTen(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -90_000, max = 190_000) Integer> terms) {
        int greatest = Collections.max(terms);

        assertThat(combine(terms, 0)).isBetween(greatest, greatest + 16_610);
    }

    @Property
    void movesWithItsTerms(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -90_000, max = 90_000) Integer> terms,
            @ForAll @IntRange(min = -50_000, max = 50_000) int by) {
        assertThat(combine(terms, by)).isEqualTo(combine(terms, 0) + by);
    }

    private static int combine(List<Integer> terms, int by) {
        return Loss.combine(terms.stream().mapToInt(term -> term + by).toArray());
    }

    @Property
    void saysOfTwoWhatItSaysOfMany(
            @ForAll @IntRange(min = 0, max = 100_000) int one, @ForAll @IntRange(min = 0, max = 100_000) int other) {
        assertThat(Loss.combine(one, other)).isEqualTo(Loss.combine(new int[] {other, one}));
    }
}
