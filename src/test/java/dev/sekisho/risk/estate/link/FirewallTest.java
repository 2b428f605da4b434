package dev.sekisho.risk.estate.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FirewallTest {
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate DUE = LocalDate.of(2027, 1, 1);

    private static Firewall stated(FilterState state, @Nullable LocalDate inspectedOn) {
        return new Firewall(state, "fw", inspectedOn, null, JUNE);
    }

    private static Inspection seen(InspectionOutcome outcome, LocalDate date) {
        return new Inspection(date, outcome, true, DUE, Instant.EPOCH);
    }

    @Test
    void keepsWhenSomebodyTriedToGetPastItWhateverAnInspectionFinds() {
        assertThat(stated(FilterState.NONE, null)
                        .testedOn(JUNE)
                        .after(seen(InspectionOutcome.NOT_FILTERED, JUNE))
                        .segmentationTestedOn())
                .isEqualTo(JUNE);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFIED", "UNVERIFIED", "UNKNOWN", "HOST_ONLY"})
    void isVerifiedByAnInspectionThatFoundItFiltering(FilterState state) {
        assertThat(stated(state, null).after(seen(InspectionOutcome.FILTERED, JUNE)))
                .isEqualTo(new Firewall(FilterState.VERIFIED, "fw", JUNE, DUE, JUNE));
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, NOT_FILTERED, NONE",
        "VERIFIED, PARTLY, UNVERIFIED",
        "HOST_ONLY, PARTLY, HOST_ONLY",
        "NONE, FILTERED, VERIFIED",
        "PLANNED, NOT_FILTERED, NONE",
        "UNKNOWN, NOT_FILTERED, NONE",
        "VERIFIED, NOT_ASSESSABLE, VERIFIED"
    })
    void isWhatANewerInspectionFound(FilterState state, InspectionOutcome outcome, FilterState counts) {
        assertThat(stated(state, JUNE.minusDays(1)).after(seen(outcome, JUNE)).state())
                .isEqualTo(counts);
        assertThat(stated(state, JUNE).after(seen(outcome, JUNE)).state()).isEqualTo(counts);
    }

    @ParameterizedTest
    @EnumSource
    void isWhatWasStatedLater(InspectionOutcome outcome) {
        var later = stated(FilterState.UNVERIFIED, JUNE.plusDays(1));

        assertThat(later.after(seen(outcome, JUNE))).isSameAs(later);
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "PLANNED"})
    void staysAbsentWhileThatIsStatedWithoutADate(FilterState absent) {
        assertThat(stated(absent, null)
                        .after(seen(InspectionOutcome.FILTERED, JUNE))
                        .state())
                .isEqualTo(absent);
        assertThat(stated(absent, null)
                        .after(seen(InspectionOutcome.NOT_FILTERED, JUNE))
                        .state())
                .isEqualTo(FilterState.NONE);
    }

    @Test
    void believesGoodNewsOnlyWithEvidence() {
        var hearsay = new Inspection(JUNE, InspectionOutcome.FILTERED, false, DUE, Instant.EPOCH);
        var alarm = new Inspection(JUNE, InspectionOutcome.NOT_FILTERED, false, DUE, Instant.EPOCH);

        assertThat(stated(FilterState.UNVERIFIED, null).after(hearsay).state()).isEqualTo(FilterState.UNVERIFIED);
        assertThat(stated(FilterState.VERIFIED, null).after(alarm).state()).isEqualTo(FilterState.NONE);
    }

    @Test
    void takesTheWorseOfTwoInspectionsRecordedAtOnce() {
        assertThat(seen(InspectionOutcome.NOT_FILTERED, JUNE)).isGreaterThan(seen(InspectionOutcome.FILTERED, JUNE));
        assertThat(seen(InspectionOutcome.FILTERED, JUNE.plusDays(1)))
                .isGreaterThan(seen(InspectionOutcome.NOT_FILTERED, JUNE));
    }
}
