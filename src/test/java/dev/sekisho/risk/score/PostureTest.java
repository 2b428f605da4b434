package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostureTest {
    private static final AddressSet OFFICE = AddressSet.of("10.1.0.0/16");

    @Test
    void isUnfilteredWithoutAFilterOrWithOneInNameOnly() {
        assertThat(posture(FilterState.NONE, 0, null).unfiltered()).isTrue();
        assertThat(posture(FilterState.VERIFIED, .95, null).unfiltered()).isTrue();
        assertThat(posture(FilterState.VERIFIED, .94, null).unfiltered()).isFalse();
    }

    @Test
    void permitsNothingWhereTheRulesLetNothingThrough() {
        assertThat(posture(FilterState.VERIFIED, 0, traffic(OFFICE)).permitsNothing())
                .isTrue();
        assertThat(posture(
                                FilterState.VERIFIED,
                                0,
                                traffic(OFFICE, Rule.permit().tcp("443")))
                        .permitsNothing())
                .isFalse();
    }

    @Test
    void goesByOpennessWhereNothingCanBeMeasured() {
        assertThat(posture(FilterState.VERIFIED, 0, null).permitsNothing()).isTrue();
        assertThat(posture(FilterState.VERIFIED, .1, null).permitsNothing()).isFalse();
        assertThat(posture(FilterState.VERIFIED, 1, traffic(AddressSet.NONE)).permitsNothing())
                .isFalse();
        assertThat(posture(FilterState.VERIFIED, 0, traffic(AddressSet.NONE, Rule.permit()))
                        .permitsNothing())
                .isTrue();
    }

    @Test
    void neverPermitsNothingWithoutAFilter() {
        assertThat(posture(FilterState.NONE, 0, traffic(OFFICE)).permitsNothing())
                .isFalse();
    }

    private static Posture posture(FilterState filter, double openness, @Nullable TrafficSummary traffic) {
        return new Posture(filter, openness, 0, traffic);
    }

    private static TrafficSummary traffic(AddressSet landing, Rule... rules) {
        return TrafficSummary.measure(
                RuleSet.of(rules), new Boundary(AddressSet.of("198.51.100.0/24"), landing, landing), List.of());
    }
}
