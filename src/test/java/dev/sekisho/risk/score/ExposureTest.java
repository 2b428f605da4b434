package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Access;
import dev.sekisho.risk.estate.Authentication;
import dev.sekisho.risk.estate.Egress;
import dev.sekisho.risk.estate.FilterState;
import dev.sekisho.risk.estate.Transport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static Exposure exposure(FilterState filter, double openness, @Nullable Long reviewAge, boolean lapsed) {
        return new Exposure(
                filter,
                openness,
                0,
                Authentication.MFA,
                1,
                Egress.DENY_BY_DEFAULT,
                Access.ALWAYS_ON,
                reviewAge,
                lapsed,
                Transport.DEDICATED_ENCRYPTED);
    }

    private static double points(Exposure exposure, String factor) {
        return exposure.factors(Models.CURRENT.exposure()).stream()
                .filter(one -> one.code().equals(factor))
                .findFirst()
                .orElseThrow()
                .points();
    }

    @Test
    void countsAnAbsentFilterAsOpenWhateverItsRulesSay() {
        var absent = exposure(FilterState.NONE, 0, 10L, false);
        var filtered = exposure(FilterState.VERIFIED, 0, 10L, false);

        assertThat(points(absent, "OPENNESS"))
                .isEqualTo(points(exposure(FilterState.VERIFIED, 1, 10L, false), "OPENNESS"));
        assertThat(points(absent, "RISKY_SERVICE")).isPositive();
        assertThat(points(filtered, "OPENNESS")).isZero();
        assertThat(points(filtered, "RISKY_SERVICE")).isZero();
    }

    @Test
    void countsAFilterThatPermitsNearlyEverythingAlmostAsNone() {
        var verified = exposure(FilterState.VERIFIED, .1, 10L, false);
        var nominal = exposure(FilterState.VERIFIED, 1, 10L, false);

        assertThat(points(nominal, "FILTER")).isGreaterThan(points(verified, "FILTER"));
    }

    @Test
    void countsAReviewThatNeverWasOrALapsedAgreementAsTheOldest() {
        var never = points(exposure(FilterState.VERIFIED, 0, null, false), "REVIEW");

        assertThat(points(exposure(FilterState.VERIFIED, 0, 1L, true), "REVIEW"))
                .isEqualTo(never);
        assertThat(points(exposure(FilterState.VERIFIED, 0, 1L, false), "REVIEW"))
                .isLessThan(never);
    }

    @Test
    void isTheSumOfItsFactors() {
        var worst = exposure(FilterState.NONE, 1, null, true);
        var sum = worst.factors(Models.CURRENT.exposure()).stream()
                .mapToDouble(Factor::points)
                .sum();

        assertThat(worst.weighed(Models.CURRENT).milliPoints() / 1000.0)
                .isCloseTo(sum, org.assertj.core.data.Offset.offset(.01));
        assertThat(sum).isBetween(0.0, 100.0);
    }
}
