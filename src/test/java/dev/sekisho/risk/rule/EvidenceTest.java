package dev.sekisho.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.Rule;
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

    @Test
    void callsARuleAsItsDeviceDoes() {
        Rule ssh = Rule.permit().tcp("22");

        assertThat(Evidence.rule(ssh.at(9, "tmp"))).isEqualTo("line 9 tmp: permit tcp any -> any port 22");
        assertThat(Evidence.rule(ssh.at(0, "tmp"))).isEqualTo("tmp: permit tcp any -> any port 22");
        assertThat(Evidence.rule(ssh)).isEqualTo("permit tcp any -> any port 22");
        assertThat(Evidence.rule(null)).isEqualTo("default action");
    }

    @ParameterizedTest
    @CsvSource({"0.9499999, 0.949", "0.95, 0.950", "1, 1.000", "0, 0.000"})
    void neverPrintsAThresholdThatWasNotReached(double value, String text) {
        assertThat(Evidence.decimal(value)).isEqualTo(text);
    }
}
