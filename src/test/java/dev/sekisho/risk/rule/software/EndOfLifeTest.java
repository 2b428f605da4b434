package dev.sekisho.risk.rule.software;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.SoftwareScene;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndOfLifeTest {
    @ParameterizedTest
    @CsvSource({"-1, HIGH", "-4000, HIGH", "0, MEDIUM", "365, MEDIUM"})
    void isHighOnceSupportHasEndedAndMediumTheYearBefore(int days, Severity severity) {
        assertThat(judge(SoftwareScene.beacon().supportedUntil(SoftwareScene.TODAY.plusDays(days))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("SW-05");
                    assertThat(finding.severity()).isEqualTo(severity);
                });
    }

    @Test
    void saysThatItEndedWhereNobodyStatesTheDay() {
        assertThat(judge(SoftwareScene.beacon().supportedUntil(LocalDate.EPOCH)))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.detail()).isEqualTo("Support of Beacon 7.2 (Relay beacon) has ended."));
    }

    @Test
    void saysWhetherItHasEndedOrWill() {
        LocalDate today = SoftwareScene.TODAY;

        assertThat(judge(SoftwareScene.beacon().supportedUntil(today.minusDays(1))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).endsWith(" ended on " + today.minusDays(1) + "."));
        assertThat(judge(SoftwareScene.beacon().supportedUntil(today)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).endsWith(" ends on " + today + "."));
    }

    @Test
    void leavesAloneWhatIsSupportedOrOutOfUseOrNotKnown() {
        assertThat(judge(SoftwareScene.beacon().supportedUntil(SoftwareScene.TODAY.plusDays(366))))
                .isEmpty();
        assertThat(judge(SoftwareScene.beacon())).isEmpty();
        assertThat(judge(SoftwareScene.beacon()
                        .supportedUntil(SoftwareScene.TODAY.minusDays(1))
                        .used(UseState.REMOVED, null)))
                .isEmpty();
    }

    private static List<Finding> judge(SoftwareScene scene) {
        return new EndOfLife().judge(scene.judged()).toList();
    }
}
