package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.DueDiligence;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssuranceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @Test
    void weighsTheFourDoubts() {
        var assurance = new Assurance(547L, .5, .5, .4);

        assertThat(assurance.factors(Models.CURRENT.assurance()))
                .extracting(Factor::points)
                .usingElementComparator((a, b) -> Math.abs(a - b) < .05 ? 0 : 1)
                .containsExactly(14.96, 12.5, 5.0, 6.0);
    }

    @Test
    void takesTheWorstOfWhatNobodyRegistered() {
        assertThat(sum(Assurance.of(thirdParty(null, null), TODAY, Completion.WORST)))
                .isCloseTo(80, within(.001));
        assertThat(sum(Assurance.of(thirdParty(null, null), TODAY, Completion.BEST)))
                .isZero();
    }

    @Test
    void countsNoClauseOfAnAgreementThatEnded() {
        var ended = new Agreement(TODAY.minusYears(2), TODAY.minusDays(1), EnumSet.allOf(Clause.class));
        var holds = new Agreement(TODAY.minusYears(2), TODAY, EnumSet.allOf(Clause.class));

        assertThat(Assurance.of(thirdParty(ended, TODAY), TODAY, Completion.WORST)
                        .covered())
                .isZero();
        assertThat(Assurance.of(thirdParty(holds, TODAY), TODAY, Completion.WORST)
                        .covered())
                .isEqualTo(1);
    }

    @Test
    void doesNotBelieveInAssessmentsOfDaysThatHaveBegunNowhere() {
        assertThat(Assurance.of(thirdParty(null, TODAY.plusDays(1)), TODAY, Completion.WORST)
                        .assessmentAge())
                .as("it is tomorrow in Tokyo")
                .isZero();
        assertThat(Assurance.of(thirdParty(null, TODAY.plusDays(2)), TODAY, Completion.WORST)
                        .assessmentAge())
                .isNull();
        assertThat(Assurance.of(thirdParty(null, TODAY.minusDays(1)), TODAY, Completion.WORST)
                        .assessmentAge())
                .isEqualTo(1);
    }

    @Test
    void lapsesAfterTheLastDayOfTheAgreement() {
        var ended = new Agreement(null, TODAY.minusDays(1), EnumSet.allOf(Clause.class));
        var open = new Agreement(null, null, EnumSet.allOf(Clause.class));

        assertThat(Assurance.lapsed(ended, TODAY, Completion.BEST)).isTrue();
        assertThat(Assurance.lapsed(open, TODAY, Completion.WORST)).isFalse();
        assertThat(Assurance.lapsed(null, TODAY, Completion.WORST)).isTrue();
        assertThat(Assurance.lapsed(null, TODAY, Completion.BEST)).isFalse();
    }

    @Test
    void saysWhatItWeighs() {
        assertThat(facts(new Assurance(547L, .5, .25, .4))).containsExactly("547", "50", "25", "0.4");
        assertThat(facts(new Assurance(null, 1, 1, null))).containsExactly("NEVER", "100", "100", "NONE");
    }

    private static List<String> facts(Assurance assurance) {
        return assurance.factors(Models.CURRENT.assurance()).stream()
                .flatMap(factor -> factor.facts().stream())
                .toList();
    }

    private static double sum(Assurance assurance) {
        return assurance.factors(Models.CURRENT.assurance()).stream()
                .mapToDouble(Factor::points)
                .sum();
    }

    private static ThirdParty thirdParty(@Nullable Agreement agreement, @Nullable LocalDate assessedOn) {
        return new ThirdParty(
                "t",
                "t",
                ThirdPartyKind.VENDOR,
                null,
                null,
                new DueDiligence(null, agreement, assessedOn, null, null),
                ThirdPartyState.ACTIVE,
                Notice.NONE);
    }
}
