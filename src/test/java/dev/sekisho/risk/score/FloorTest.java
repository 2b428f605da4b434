package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorTest {
    private static final int CONDITIONS = 7;

    @ParameterizedTest
    @CsvSource({
        // noFilter, crown, software, compromised, overdue, privileged, weak authentication
        "1000000, none, 0",
        "0100000, none, 0",
        "0010000, none, 0",
        "0000010, none, 0",
        "0000001, none, 0",
        "1100000, F1, 85",
        "1010000, F2, 95",
        "1110000, F2, 95",
        "0001000, F3, 100",
        "1111111, F3, 100",
        "0000100, F4, 80",
        "1100100, F1, 85",
        "0000011, F5, 70",
        "0100010, F6, 60",
        "0100011, F5, 70",
        "0100110, F4, 80"
    })
    void holdsTheHighestWhoseConditionsAreMet(String conditions, String code, int points) {
        var floor = Floor.highest(when(conditions), Models.CURRENT.floors());

        assertThat(floor.map(Floor::code).orElse("none")).isEqualTo(code);
        assertThat(floor.map(Floor::points).orElse(0)).isEqualTo(points);
        assertThat(floor.stream()).allSatisfy(it -> assertThat(it.detail()).isNotBlank());
    }

    @Test
    void namesTheFirstOfFloorsAsHigh() {
        var level = new Model.Floors(80, 80, 80, 80, 80, 80, .8);

        assertThat(Floor.highest(when("1111111"), level).map(Floor::code)).hasValue("F1");
        assertThat(Floor.highest(when("0001111"), level).map(Floor::code)).hasValue("F3");
    }

    @Test
    void neverFallsWhenAConditionIsAdded() {
        for (int set = 0; set < 1 << CONDITIONS; set++) {
            for (int bit = 0; bit < CONDITIONS; bit++) {
                assertThat(points(set | 1 << bit)).isGreaterThanOrEqualTo(points(set));
            }
        }
    }

    private static int points(int set) {
        String bits = IntStream.range(0, CONDITIONS)
                .mapToObj(bit -> (set >> bit & 1) == 1 ? "1" : "0")
                .reduce("", String::concat);
        return Floor.highest(when(bits), Models.CURRENT.floors())
                .map(Floor::points)
                .orElse(0);
    }

    private static Floor.Conditions when(String bits) {
        return new Floor.Conditions(
                bits.charAt(0) == '1',
                bits.charAt(1) == '1',
                bits.charAt(2) == '1',
                bits.charAt(3) == '1',
                bits.charAt(4) == '1',
                bits.charAt(5) == '1',
                bits.charAt(6) == '1');
    }
}
