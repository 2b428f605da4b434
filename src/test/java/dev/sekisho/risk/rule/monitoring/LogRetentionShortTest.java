package dev.sekisho.risk.rule.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRetentionShortTest {
    @ParameterizedTest
    @CsvSource({"0, HIGH", "179, HIGH", "180, MEDIUM", "364, MEDIUM"})
    void growsAsRetentionShrinks(int days, Severity severity) {
        assertThat(judge(LinkScene.wellRun().monitored(true, true, true, days)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("MON-02");
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "The logs of the link between Yamato Sensors and the zone Vendor DMZ are kept for "
                                            + days + " days; 365 days are needed.");
                    assertThat(finding.evidence())
                            .containsEntry("logRetentionDays", "" + days)
                            .containsEntry("needed", "365");
                });
    }

    @Test
    void countsUnknownAsNone() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().monitored(true, true, true, null)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail())
                            .contains(" are kept for a time nobody has stated, which counts as 0 days; ");
                    assertThat(finding.evidence()).containsEntry("logRetentionDays", "unknown");
                });
    }

    @Test
    void acceptsAYear() {
        assertThat(judge(LinkScene.wellRun().monitored(true, true, true, 365))).isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new LogRetentionShort().judge(scene.judged()).toList();
    }
}
