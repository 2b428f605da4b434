package dev.sekisho.risk.rule.software;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.SoftwareScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StopNotVerifiedTest {
    @Test
    void reportsAStopNobodyVerifiedWithinThreeDays() {
        var scene = SoftwareScene.beacon().used(UseState.STOPPED_DECLARED, SoftwareScene.TODAY.minusDays(4));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("SW-04");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo(
                            "Beacon 7.2 (Relay beacon) is said to be stopped since 2026-02-25, but nobody has verified"
                                    + " it, so its flaws still count.");
            assertThat(finding.evidence()).containsEntry("stoppedSince", "2026-02-25");
        });
    }

    @Test
    void waitsThreeDays() {
        var scene = SoftwareScene.beacon().used(UseState.STOPPED_DECLARED, SoftwareScene.TODAY.minusDays(3));

        assertThat(judge(scene)).isEmpty();
    }

    @Test
    void doesNotWaitWhereNobodyKnowsSinceWhen() {
        assertThat(judge(SoftwareScene.beacon().used(UseState.STOPPED_DECLARED, null)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail()).contains("said to be stopped since an unknown day,");
                    assertThat(finding.evidence()).containsEntry("stoppedSince", "unknown");
                });
    }

    @ParameterizedTest
    @EnumSource(value = UseState.class, mode = EnumSource.Mode.EXCLUDE, names = "STOPPED_DECLARED")
    void looksAtDeclaredStopsOnly(UseState state) {
        assertThat(judge(SoftwareScene.beacon().used(state, null))).isEmpty();
    }

    private static List<Finding> judge(SoftwareScene scene) {
        return new StopNotVerified().judge(scene.judged()).toList();
    }
}
