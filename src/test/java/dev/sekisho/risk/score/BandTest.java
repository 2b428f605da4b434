package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {
    @ParameterizedTest
    @CsvSource({
        "0, LOW",
        "29999, LOW",
        "30000, MODERATE",
        "49999, MODERATE",
        "50000, HIGH",
        "69999, HIGH",
        "70000, CRITICAL",
        "100000, CRITICAL"
    })
    void beginsAtItsLeastScore(int milliPoints, Band band) {
        assertThat(Band.of(milliPoints)).isEqualTo(band);
    }
}
