package dev.sekisho.risk.estate.software;

import static dev.sekisho.risk.estate.Said.over;
import static dev.sekisho.risk.estate.Said.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person says of a flaw, beside what sources say of it. */
class AnalystWordTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 31);

    private static Match sources(Verdict verdict) {
        return new Match("i", "CVE-1", verdict, "cna: 1.0 < 2.0", "2.0", TODAY.minusDays(9));
    }

    private static Match possible() {
        return sources(Verdict.UNKNOWN).leftOpen();
    }

    @ParameterizedTest
    @CsvSource({
        "AFFECTED, NOT_AFFECTED, true, NOT_AFFECTED",
        "AFFECTED, FIXED, true, FIXED",
        "AFFECTED, NOT_AFFECTED, false, CONFLICT",
        "AFFECTED, FIXED, false, CONFLICT",
        "CONFLICT, NOT_AFFECTED, false, CONFLICT",
        "CONFLICT, NOT_AFFECTED, true, NOT_AFFECTED",
        "UNKNOWN, NOT_AFFECTED, false, NOT_AFFECTED",
        "UNKNOWN, FIXED, false, FIXED",
        "NOT_AFFECTED, AFFECTED, false, AFFECTED",
        "UNKNOWN, AFFECTED, false, AFFECTED",
        "FIXED, UNDER_INVESTIGATION, true, UNKNOWN",
        "AFFECTED, UNDER_INVESTIGATION, true, AFFECTED",
        "UNKNOWN, UNDER_INVESTIGATION, true, UNKNOWN"
    })
    void holdsBesideWhatSourcesSay(Verdict sources, VexState said, boolean overrides, Verdict then) {
        assertThat(over(sources(sources), word(said, TODAY, overrides))
                        .on(TODAY)
                        .verdict())
                .isEqualTo(then);
    }

    @ParameterizedTest
    @EnumSource
    void countsUntilItsLastDayAndNotOneLonger(VexState said) {
        Match match = over(sources(Verdict.AFFECTED), word(said, TODAY));

        assertThat(match.on(TODAY).analysts().counting()).isNotNull();
        assertThat(match.on(TODAY).reason())
                .startsWith("Sato says " + said + " until 2026-07-31: seen")
                .endsWith("| cna: 1.0 < 2.0");
        assertThat(match.on(TODAY.plusDays(1))).isEqualTo(match);
        assertThat(match.on(TODAY.plusDays(1)).live()).isTrue();
    }

    @Test
    void takesAwayWhatIsPossibleAndGivesItBack() {
        Match match = over(possible(), word(VexState.NOT_AFFECTED, TODAY, false));

        assertThat(match.on(TODAY).possible()).isFalse();
        assertThat(match.on(TODAY).cleared()).isTrue();
        assertThat(match.on(TODAY.plusDays(1)).possible()).isTrue();
        assertThat(match.on(TODAY.plusDays(1)).cleared()).isFalse();
    }

    @Test
    void leavesPossibleWhatSomebodyIsStillLookingAt() {
        Match match = over(possible(), word(VexState.UNDER_INVESTIGATION, TODAY));

        assertThat(match.on(TODAY).possible()).isTrue();
        assertThat(match.on(TODAY).live()).isFalse();
    }

    @Test
    void provesWhatWasMerelyPossible() {
        assertThat(over(possible(), word(VexState.AFFECTED, TODAY)).on(TODAY).live())
                .isTrue();
    }

    @Test
    void clearsNothingThatIsCleanAnyway() {
        assertThat(over(sources(Verdict.FIXED), word(VexState.NOT_AFFECTED, TODAY))
                        .on(TODAY)
                        .cleared())
                .isFalse();
    }

    @Test
    void leavesTheNextWordWhenTheFirstExpires() {
        Match match = over(
                sources(Verdict.AFFECTED),
                word(VexState.NOT_AFFECTED, TODAY),
                word(VexState.UNDER_INVESTIGATION, TODAY.plusDays(1)));

        assertThat(match.on(TODAY).live()).isFalse();
        assertThat(match.on(TODAY.plusDays(1)).live()).isTrue();
        assertThat(match.on(TODAY.plusDays(1)).reason()).contains("UNDER_INVESTIGATION");
    }

    @Test
    void isAppliedOnce() {
        Match match = over(sources(Verdict.AFFECTED), word(VexState.NOT_AFFECTED, TODAY));

        assertThat(match.on(TODAY).on(TODAY)).isEqualTo(match.on(TODAY));
    }

    @Test
    void saysThatItWasSaidWithoutKnowledgeOfAProof() {
        Match match = over(sources(Verdict.AFFECTED), word(VexState.NOT_AFFECTED, TODAY, false));

        assertThat(match.on(TODAY).reason()).contains("without knowledge that a source proves the opposite");
        assertThat(match.on(TODAY).live()).isTrue();
        assertThat(match.on(TODAY).cleared()).isFalse();
        assertThat(over(possible(), word(VexState.NOT_AFFECTED, TODAY, false))
                        .on(TODAY)
                        .reason())
                .doesNotContain("without knowledge");
    }

    @Test
    void mendsNothingWithAFixThatIsOnlyAnnounced() {
        var announced = new Match("i", "CVE-1", Verdict.AFFECTED, "range", "2.0", TODAY.plusDays(9));

        Match match = announced.with(AnalystWords.of(List.of(word(VexState.AFFECTED, TODAY)), false));

        assertThat(match.on(TODAY).hasFix()).isFalse();
    }
}
