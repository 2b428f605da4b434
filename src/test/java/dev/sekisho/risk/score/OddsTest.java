package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OddsTest {

    @Test
    void doublesTheOddsEveryTenPoints() {
        assertThat(Odds.of(0)).isEqualTo(1);
        assertThat(Odds.of(30_000)).isEqualTo(8);
        assertThat(Odds.score(8)).isEqualTo(30_000);
    }

    @Test
    void staysOnTheScale() {
        assertThat(Odds.score(.5)).isZero();
        assertThat(Odds.score(1e300)).isEqualTo(Odds.HIGHEST);
    }

    @Test
    void countsNoCauseThatScoresNothing() {
        assertThat(Odds.combine(0, 50_000, 0)).isEqualTo(50_000);
        assertThat(Odds.combine(0)).isZero();
    }

    @Test
    void addsTwoEqualCausesToTenPointsMore() {
        assertThat(Odds.combine(50_000, 50_000)).isEqualTo(60_000);
    }

    @Test
    void dividesByWeightAndLosesNothing() {
        assertThat(Odds.divide(8, 2, 1, 1)).containsExactly(4, 2, 2);
        assertThat(Odds.divide(10, 1, 1, 1)).containsExactly(4, 3, 3);
    }

    @Test
    void givesWhatRoundingLeavesToTheLargestRemainders() {
        assertThat(Odds.divide(10, 5.2, 3.1, 1.7)).containsExactly(5, 3, 2);
        assertThat(Odds.divide(11, 5.2, 3.6, 2.2)).containsExactly(5, 4, 2);
    }
}
