package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeaknessTest {

    @ParameterizedTest
    @CsvSource({
        "true, , false, 40",
        "true, 0, false, 40",
        "false, 1, false, 40",
        "false, 0.001, false, 0",
        "false, 0.0001, false, 0",
        "false, 0, false, 0",
        "false, 0.1, false, 26.667",
        "false, 0, true, 13.333",
        "false, 0.1, true, 26.667",
        "false, , false, 20",
        "false, , true, 20"
    })
    void weighsTheChanceOfExploitation(boolean usable, @Nullable Double epss, boolean code, double expected) {
        var weakness = new Weakness(usable, epss, code, 5.0, true, 0, false, Reach.INTERNAL);

        assertThat(points(weakness, 0)).isCloseTo(expected, within(.001));
    }

    @ParameterizedTest
    @CsvSource({
        "true, 0, false, 5",
        "true, 30, false, 15",
        "true, 60, false, 20",
        "false, 0, false, 25",
        "false, 0, true, 12.5",
        "true, 30, true, 7.5"
    })
    void weighsWhatWasDoneAboutIt(boolean fix, long overdue, boolean compensated, double expected) {
        var weakness = new Weakness(false, .1, false, null, fix, overdue, compensated, Reach.ISOLATED);

        assertThat(points(weakness, 2)).isCloseTo(expected, within(.001));
        assertThat(points(weakness, 1)).isEqualTo(20);
        assertThat(points(weakness, 3)).isEqualTo(1.5);
    }

    @Test
    void weighsItsImpactAgainstTheWorst() {
        var half = new Weakness(false, .1, false, 5.0, true, 0, false, Reach.INTERNAL);

        assertThat(points(half, 1)).isEqualTo(10);
    }

    @Test
    void saysWhatIsUsableAtOnceOrUnknown() {
        assertThat(facts(new Weakness(true, null, false, null, false, 0, false, Reach.INTERNAL)))
                .containsExactly(
                        "exploited, or known only to those who found it",
                        "CVSS unknown",
                        "no fix",
                        "reachable: INTERNAL");
        assertThat(facts(new Weakness(false, null, false, 5.0, true, 0, false, Reach.INTERNAL)))
                .contains("EPSS unknown", "within the deadline");
    }

    private static List<String> facts(Weakness weakness) {
        return weakness.factors(Models.CURRENT.vulnerability()).stream()
                .flatMap(factor -> factor.facts().stream())
                .toList();
    }

    @Test
    void saysWhatItWeighs() {
        var weakness = new Weakness(false, .0041, true, 6.5, true, 7, true, Reach.THIRD_PARTY);

        assertThat(weakness.factors(Models.CURRENT.vulnerability()))
                .flatExtracting(Factor::facts)
                .containsExactly(
                        "EPSS 0.0041, exploit code is public",
                        "CVSS 6.5",
                        "7 days overdue, a verified control compensates",
                        "reachable: THIRD_PARTY");
    }

    @Test
    void admitsTheWorstOfAnUnknownChance() {
        var unknown = new Weakness(false, null, false, 5.0, true, 0, false, Reach.INTERNAL);
        var known = new Weakness(false, .1, false, 5.0, true, 0, false, Reach.INTERNAL);

        assertThat(points(unknown.atWorst(), 0)).isEqualTo(40);
        assertThat(known.atWorst()).isSameAs(known);
    }

    private static double points(Weakness weakness, int factor) {
        return weakness.factors(Models.CURRENT.vulnerability()).get(factor).points();
    }
}
