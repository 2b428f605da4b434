package dev.sekisho.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    @Test
    void namesWhatNobodyKnows() {
        assertThat(Evidence.of("version", null).and("days", 3).facts())
                .containsEntry("version", "unknown")
                .containsEntry("days", "3")
                .hasSize(2);
    }

    @Test
    void listsSoManyAndCountsTheRest() {
        var twenty = IntStream.rangeClosed(1, 20).boxed().toList();
        var twentyTwo = IntStream.rangeClosed(1, 22).boxed().toList();

        assertThat(Evidence.none().andAll("n", twenty).facts().get("n")).endsWith("19, 20");
        assertThat(Evidence.none().andAll("n", twentyTwo).facts().get("n")).endsWith("19, 20 and 2 more");
    }

    @ParameterizedTest
    @CsvSource({"0.9499999, 0.949", "0.95, 0.950", "1, 1.000", "0, 0.000"})
    void neverPrintsAThresholdThatWasNotReached(double value, String text) {
        assertThat(Evidence.decimal(value)).isEqualTo(text);
    }
}
