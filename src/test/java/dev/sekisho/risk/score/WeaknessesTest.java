package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Said;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Treatment;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.estate.software.VexState;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is judged of an advisory at an installation, and what follows of several of them. */
class WeaknessesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Exposedness INSIDE = new Exposedness(Reach.INTERNAL, false, new TreeSet<>());

    @Test
    void scoresWhatIsLive() {
        assertThat(flaw(Verdict.AFFECTED, UseState.IN_USE).live()).isTrue();
        assertThat(flaw(Verdict.AFFECTED, UseState.IN_USE).score().milliPoints())
                .isPositive();
    }

    @Test
    void scoresNothingThatIsMendedOrStopped() {
        assertThat(flaw(Verdict.FIXED, UseState.IN_USE).live()).isFalse();
        assertThat(flaw(Verdict.FIXED, UseState.IN_USE).score().highMilli()).isZero();
        assertThat(flaw(Verdict.AFFECTED, UseState.STOPPED_VERIFIED).live()).isFalse();
        assertThat(flaw(Verdict.AFFECTED, UseState.STOPPED_VERIFIED).score().highMilli())
                .isZero();
    }

    @Test
    void admitsWhatAnUnknownChanceMayCost() {
        Flaw known = judge(installed(), advisory(.1, null), fixed(TODAY));
        Flaw unknown = judge(installed(), advisory(null, null), fixed(TODAY));

        assertThat(known.score().highMilli()).isEqualTo(known.score().milliPoints());
        assertThat(unknown.score().highMilli())
                .isEqualTo(unknown.score().milliPoints() + 20_000)
                .isLessThanOrEqualTo(Loss.HIGHEST);
    }

    @Test
    void isCompensatedByAControlThatHoldsToday() {
        assertThat(judge(treated(TODAY), advisory(.1, null), fixed(TODAY)).compensated())
                .isTrue();
        assertThat(judge(treated(TODAY.minusDays(1)), advisory(.1, null), fixed(TODAY))
                        .compensated())
                .isFalse();
        assertThat(judge(installed(), advisory(.1, null), fixed(TODAY)).compensated())
                .isFalse();
    }

    @Test
    void opensTheWayWhenItIsExploitedOrHasNoFixOrIsOverdue() {
        Match recent = fixed(TODAY);
        Match old = fixed(TODAY.minusYears(1));
        Match none = new Match("i", "a", Verdict.AFFECTED, "range", null, null);
        Exploitation exploited = new Exploitation("KEV", TODAY, null, false);

        assertThat(judge(installed(), advisory(.1, null), recent).opensTheWay()).isFalse();
        assertThat(judge(installed(), advisory(.1, exploited), recent).opensTheWay())
                .isTrue();
        assertThat(judge(installed(), advisory(.1, null), none).opensTheWay()).isTrue();
        assertThat(judge(installed(), advisory(.1, null), old).opensTheWay()).isTrue();
    }

    @Test
    void opensNoWayOnceItIsMended() {
        Exploitation exploited = new Exploitation("KEV", TODAY, null, false);
        Match mended = new Match("i", "a", Verdict.FIXED, "range", "2", TODAY);

        assertThat(judge(installed(), advisory(.1, exploited), mended).opensTheWay())
                .isFalse();
        assertThat(judge(installed(), advisory(.1, exploited), mended).exploited())
                .isTrue();
        assertThat(judge(installed(), advisory(.1, null), mended).exploited()).isFalse();
    }

    /** The word counts for the lower end of the score and for the upper one alike. */
    @ParameterizedTest
    @EnumSource
    void countsNothingThatAPersonClears(Completion completion) {
        Match possible = new Match("i", "a", Verdict.UNKNOWN, "range", null, null).leftOpen();

        for (Match match : List.of(possible, fixed(TODAY))) {
            Flaw flaw = judge(
                    completion,
                    installed(),
                    advisory(1.0, null),
                    Said.over(match, Said.word(VexState.NOT_AFFECTED, TODAY)));

            assertThat(flaw.live() || flaw.possible()).isFalse();
            assertThat(flaw.cleared()).isTrue();
            assertThat(flaw.score().milliPoints()).isZero();
            assertThat(flaw.score().highMilli()).isZero();
        }
    }

    /** Where one looks and has not found, nothing is lower than if nobody did. */
    @Test
    void isNoWorseAtBestWhereSomebodyIsStillLooking() {
        Match said = Said.over(
                new Match("i", "a", Verdict.FIXED, "range", "2", TODAY),
                Said.word(VexState.UNDER_INVESTIGATION, TODAY));

        assertThat(judge(Completion.WORST, installed(), advisory(1.0, null), said)
                        .live())
                .isTrue();
        assertThat(judge(Completion.BEST, installed(), advisory(1.0, null), said)
                        .live())
                .isFalse();
    }

    @Test
    void isOneCauseOnHoweverManyHosts() {
        Flaw mild = judge(treated(TODAY), advisory(null, null), fixed(TODAY));
        Flaw bad = judge(installed(), advisory(1.0, null), fixed(TODAY));

        assertThat(Cause.distinct(List.of(mild, bad))).singleElement().satisfies(cause -> {
            assertThat(cause.key()).isEqualTo("a@p");
            assertThat(cause.facts()).containsExactly("a", "P", "I");
            assertThat(cause.milliPoints()).isEqualTo(bad.reachedMilli());
        });
    }

    @Test
    void isNoCauseWhileItIsNotLive() {
        assertThat(Cause.distinct(List.of(flaw(Verdict.FIXED, UseState.IN_USE))))
                .isEmpty();
    }

    private static Flaw flaw(Verdict verdict, UseState state) {
        return judge(installed(state), advisory(.1, null), new Match("i", "a", verdict, "range", "2", TODAY));
    }

    private static Flaw judge(Installation installation, Advisory advisory, Match match) {
        return judge(Completion.WORST, installation, advisory, match);
    }

    private static Flaw judge(Completion unknown, Installation installation, Advisory advisory, Match match) {
        return new Weaknesses(Models.CURRENT, TODAY, unknown)
                .judge(installation, new Product("p", "P", "t"), advisory, match, INSIDE);
    }

    private static Installation installed() {
        return installed(UseState.IN_USE);
    }

    private static Installation installed(UseState state) {
        return installed(state, List.of());
    }

    private static Installation treated(LocalDate until) {
        return installed(UseState.IN_USE, List.of(new Treatment("a", TODAY.minusDays(9), until, null)));
    }

    private static Installation installed(UseState state, List<Treatment> treatments) {
        return new Installation(
                "i",
                "I",
                "p",
                new InstalledVersion("1", TODAY.minusYears(9)),
                new Place(Place.Kind.ZONE, "z"),
                new Use(state, TODAY.minusYears(9)),
                treatments);
    }

    private static Advisory advisory(@Nullable Double epss, @Nullable Exploitation exploited) {
        return new Advisory(
                "a",
                "t",
                "CVE-1",
                true,
                new Hazard(5.0, epss, false, exploited, true, Impact.TOTAL),
                TODAY.minusYears(9));
    }

    private static Match fixed(LocalDate since) {
        return new Match("i", "a", Verdict.AFFECTED, "range", "2", since);
    }
}
