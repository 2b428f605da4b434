package dev.sekisho.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @ParameterizedTest
    @CsvSource({
        "VERIFIED,   , , UNKNOWN",
        "UNVERIFIED, , , UNKNOWN",
        "HOST_ONLY,  , , UNKNOWN",
        "NONE,       , , NONE",
        "PLANNED,    , , PLANNED",
        "VERIFIED,   -2, , UNKNOWN",
        "VERIFIED,   -1, , VERIFIED",
        "VERIFIED,   0, , VERIFIED",
        "VERIFIED,   364, , VERIFIED",
        "VERIFIED,   365, , UNVERIFIED",
        "VERIFIED,   729, , UNVERIFIED",
        "VERIFIED,   730, , UNKNOWN",
        "UNVERIFIED, 729, , UNVERIFIED",
        "UNVERIFIED, 730, , UNKNOWN",
        "HOST_ONLY,  364, , HOST_ONLY",
        "HOST_ONLY,  365, , UNKNOWN",
        "VERIFIED,   400, 390, UNVERIFIED",
        "VERIFIED,   800, -300, UNKNOWN"
    })
    void agesEvidence(
            FilterState stated, @Nullable Integer inspectedAgo, @Nullable Integer dueAgo, FilterState expected) {
        var firewall = new Firewall(stated, null, ago(inspectedAgo), ago(dueAgo), null);

        assertThat(new Aging(Models.CURRENT.evidence(), TODAY).standing(firewall))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED,   , 3, UNVERIFIED",
        "VERIFIED,   , 729, UNVERIFIED",
        "VERIFIED,   , 730, UNKNOWN",
        "VERIFIED,   , -2, UNKNOWN",
        "UNVERIFIED, , 3, UNVERIFIED",
        "HOST_ONLY,  , 364, HOST_ONLY",
        "HOST_ONLY,  , 365, UNKNOWN",
        "NONE,       , 3, NONE",
        "UNKNOWN,    , 3, UNKNOWN",
        "PLANNED,    , 3, PLANNED",
        "VERIFIED,   9, 900, VERIFIED",
        "VERIFIED,   800, 3, UNVERIFIED",
        "HOST_ONLY,  400, 3, HOST_ONLY"
    })
    void takesStoredRulesForEvidenceOfAFilterThatNobodyInspected(
            FilterState stated, @Nullable Integer inspectedAgo, Integer storedAgo, FilterState expected) {
        var firewall = new Firewall(stated, null, ago(inspectedAgo), null, null).rulesStoredOn(ago(storedAgo));

        assertThat(new Aging(Models.CURRENT.evidence(), TODAY).standing(firewall))
                .isEqualTo(expected);
    }

    private static @Nullable LocalDate ago(@Nullable Integer days) {
        return days == null ? null : TODAY.minusDays(days);
    }
}
