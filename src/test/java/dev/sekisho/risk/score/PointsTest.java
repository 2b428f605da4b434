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
}
