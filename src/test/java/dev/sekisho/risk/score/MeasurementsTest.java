package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
    private final Measurements measurements = new Measurements();

    private static RuleSet https() {
        return RuleSet.of(Rule.permit().to("10.9.0.7").tcp("443"));
    }

    private static Boundary boundary(String... allocated) {
        return new Boundary(AddressSet.of("198.51.100.0/24"), AddressSet.of("10.9.0.0/24"), AddressSet.of(allocated));
    }

    @Test
    void measuresTheSameRulesAtTheSameBoundaryOnce() {
        var first = measurements.of(https(), boundary("10.0.0.0/8"), List.of());

        var second = measurements.of(https(), boundary("10.0.0.0/8"), List.of());

        assertThat(second).isNotNull().isSameAs(first);
    }

    @Test
    void measuresAgainWhereTheBoundaryOrWhatIsApprovedDiffers() {
        var inEight = measurements.of(https(), boundary("10.0.0.0/8"), List.of());
        var inNine = measurements.of(https(), boundary("9.0.0.0-10.255.255.255"), List.of());
        var approved = measurements.of(
                https(), boundary("10.0.0.0/8"), List.of(Flow.tcp("198.51.100.0/24", "10.9.0.7", "443")));

        assertThat(inEight).isNotSameAs(inNine);
        assertThat(inEight.unapproved()).hasSize(1);
        assertThat(approved.unapproved()).isEmpty();
    }

    @Test
    void knowsNothingOfRulesThatAreTooManyToMeasure() {
        var rules = RuleSet.of()
                .with(IntStream.rangeClosed(0, 100_000)
                        .mapToObj(line -> Rule.permit().at(line, ""))
                        .toList());

        assertThat(measurements.of(rules, boundary("10.0.0.0/8"), List.of())).isNull();
    }

    @Test
    void staysAsItIsWhileItIsSmall() {
        assertThat(measurements.orFresh()).isSameAs(measurements);
    }
}
