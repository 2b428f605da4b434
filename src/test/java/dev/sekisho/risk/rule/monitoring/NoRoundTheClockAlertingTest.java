package dev.sekisho.risk.rule.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.ZoneScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoRoundTheClockAlertingTest {
    @ParameterizedTest
    @CsvSource(
            value = {"80, 80, 80", "100, 100, 100", "-, unknown, unknown"},
            nullValues = "-")
    void reportsACriticalOrUnclassifiedZoneNobodyWatchesAtNight(Integer criticality, String words, String evidence) {
        assertThat(judge(ZoneScene.vendorDmz().worth(criticality).watched(false)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("MON-04");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.ZONE, "vendor-dmz"));
                    assertThat(finding.detail())
                            .isEqualTo("The alerts of the zone Vendor DMZ (criticality " + words
                                    + ") are not known to be watched around the clock.");
                    assertThat(finding.evidence())
                            .containsEntry("criticality", evidence)
                            .containsEntry("alertsWatched24x7", "false");
                });
    }

    @Test
    void countsUnknownAsNotWatched() {
        assertThat(judge(ZoneScene.vendorDmz().worth(90).watched(null)))
                .extracting(finding -> finding.evidence().get("alertsWatched24x7"))
                .containsExactly("unknown");
    }

    @Test
    void acceptsALesserZone() {
        assertThat(judge(ZoneScene.vendorDmz().worth(79).watched(false))).isEmpty();
    }

    @Test
    void acceptsAWatchedZone() {
        assertThat(judge(ZoneScene.vendorDmz().worth(100).watched(true))).isEmpty();
    }

    private static List<Finding> judge(ZoneScene scene) {
        return new NoRoundTheClockAlerting().judge(scene.judged()).toList();
    }
}
