package dev.sekisho.risk.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DistanceTest {
    private static final Distance INTERVAL = new Distance(3, 5);

    @Test
    void isExactOrAnInterval() {
        assertThat(Distance.exactly(0).exact()).isTrue();
        assertThat(INTERVAL.exact()).isFalse();
    }

    @Test
    void existsWhereThereIsAWay() {
        assertThat(INTERVAL.exists()).isTrue();
        assertThat(Distance.NONE.exists()).isFalse();
    }

    @Test
    void mayBeWithinItsLowerBound() {
        assertThat(INTERVAL.within(2)).isFalse();
        assertThat(INTERVAL.within(3)).isTrue();
    }

    @Test
    void takesTheNearerOfBothBounds() {
        assertThat(INTERVAL.nearer(new Distance(2, 7))).isEqualTo(new Distance(2, 5));
        assertThat(Distance.NONE.nearer(INTERVAL)).isEqualTo(INTERVAL);
    }

    @Test
    void comesInTheOrderOfWhatIsNeededAtLeast() {
        assertThat(Distance.exactly(2)).isLessThan(INTERVAL);
        assertThat(INTERVAL).isLessThan(new Distance(3, 6)).isGreaterThan(Distance.exactly(3));
        assertThat(new Distance(3, 9)).isLessThan(Distance.exactly(4));
        assertThat(INTERVAL).isLessThan(Distance.NONE).isEqualByComparingTo(new Distance(3, 5));
    }

    @Test
    void refusesWhatIsNoInterval() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Distance(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Distance(3, 2));
    }
}
