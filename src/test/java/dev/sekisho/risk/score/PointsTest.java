package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {

    @ParameterizedTest
    @CsvSource({"0, 0.0", "49, 0.0", "50, 0.1", "85_000, 85.0", "69_950, 70.0", "100_000, 100.0"})
    void showsMilliPointsWithOneDecimal(String milliPoints, String shown) {
        int milli = Integer.parseInt(milliPoints.replace("_", ""));

        assertThat(Points.shown(milli)).hasToString(shown);
        assertThat(Points.ofTenths(Points.toTenths(milli))).isEqualTo(Points.shown(milli));
    }

    /** 80.06 is shown as 80.1, and 75.02 as 75.0. */
    @ParameterizedTest
    @CsvSource({"80_060, 5_040, 5.1", "60_000, 5_040, 5.0", "60_040, 50, 0.0", "60_040, 0, 0.0"})
    void aFallIsTheDifferenceOfWhatIsShown(String before, String by, String shown) {
        int from = Integer.parseInt(before.replace("_", ""));
        int fall = Integer.parseInt(by.replace("_", ""));

        assertThat(Points.shownFall(from, fall)).hasToString(shown);
        assertThat(Points.shown(from).subtract(Points.shownFall(from, fall))).isEqualTo(Points.shown(from - fall));
    }
}
