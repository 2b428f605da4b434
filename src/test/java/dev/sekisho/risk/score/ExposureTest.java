package dev.sekisho.risk.score;

import static dev.sekisho.risk.estate.Estates.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.Transport;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static Exposure exposure(FilterState filter, double openness, @Nullable Long reviewAge, boolean lapsed) {
        return new Exposure(
                new Exposure.Filter(filter, openness, 0),
                Authentication.MFA,
                1,
                Egress.DENY_BY_DEFAULT,
                Access.ALWAYS_ON,
                new Exposure.Review(reviewAge, lapsed),
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
    void saysWhatItWeighs() {
        var exposure = new Exposure(
                new Exposure.Filter(FilterState.VERIFIED, .12345, .7),
                Authentication.MFA,
                .25,
                Egress.PARTIAL,
                Access.SCHEDULED,
                new Exposure.Review(30L, false),
                Transport.INTERNET);

        assertThat(facts(exposure))
                .containsExactly("VERIFIED", "0.123", "0.7", "MFA", "25", "PARTIAL", "SCHEDULED", "30", "INTERNET");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(facts(exposure(FilterState.NONE, 1, null, false))).contains("UNKNOWN", "ANY", "NEVER");
        assertThat(facts(exposure(FilterState.VERIFIED, 0, 1L, true))).contains("NONE", "LAPSED");
    }

    private static List<String> facts(Exposure exposure) {
        return exposure.factors(Models.CURRENT.exposure()).stream()
                .flatMap(factor -> factor.facts().stream())
                .toList();
    }

    @Test
    void takesFromTheLinkHowMuchOfAnIntrusionWouldBeSeen() {
        assertThat(of(reviewed(EVE), Completion.WORST).monitored()).isEqualTo(1);
        assertThat(of(Estates.mitsubishiPower(), Completion.WORST).monitored()).isZero();
    }

    @Test
    void countsTheDaysSinceTheRulesWereReviewed() {
        assertThat(of(reviewed(EVE.minusDays(9)), Completion.WORST).review().age())
                .isEqualTo(9);
        assertThat(of(reviewed(EVE), Completion.BEST).review().age()).isZero();
    }

    @Test
    void doesNotBelieveInReviewsOfDaysThatHaveBegunNowhere() {
        assertThat(of(reviewed(EVE.plusDays(1)), Completion.WORST).review().age())
                .as("it is tomorrow in Tokyo")
                .isZero();
        assertThat(of(reviewed(EVE.plusDays(2)), Completion.WORST).review().age())
                .isNull();
        assertThat(of(reviewed(EVE.plusDays(2)), Completion.BEST).review().age())
                .isZero();
        assertThat(of(Estates.mitsubishiPower(), Completion.WORST).review().age())
                .isNull();
        assertThat(of(Estates.mitsubishiPower(), Completion.BEST).review().age())
                .isZero();
    }

    private static Estates reviewed(LocalDate day) {
        return Estates.mitsubishiPower()
                .withFirewalls()
                .withFirewall("msp-point", new Firewall(FilterState.VERIFIED, null, EVE, null, day));
    }

    private static Exposure of(Estates estates, Completion unknown) {
        Link link = estates.build().connectionPoints().get("msp-point");
        return Exposure.of(
                new Exposure.Circumstances(
                        link,
                        new Posture(FilterState.VERIFIED, 0, 0, null),
                        link.monitoring(),
                        Egress.DENY_BY_DEFAULT,
                        false),
                Models.CURRENT.exposure(),
                EVE,
                unknown);
    }

    @Test
    void isTheSumOfItsFactors() {
        var worst = exposure(FilterState.NONE, 1, null, true);
        var sum = worst.factors(Models.CURRENT.exposure()).stream()
                .mapToDouble(Factor::points)
                .sum();

        assertThat(Upkeep.Keeping.of(worst, false, Models.CURRENT).exposureMilli() / 1000.0)
                .isCloseTo(sum, org.assertj.core.data.Offset.offset(.01));
        assertThat(sum).isBetween(0.0, 100.0);
    }
}
