package dev.sekisho.risk.rule.software;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.SoftwareScene;
import dev.sekisho.risk.score.Reach;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoFixInUseTest {
    @Test
    void isCriticalWhenAThirdPartyCanReachIt() {
        var scene = SoftwareScene.beacon()
                .with(flaw -> flaw.withoutFix().reach(Reach.THIRD_PARTY).due(1, 2));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("SW-03");
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.cause()).isEqualTo("CVE-2026-0001");
            assertThat(finding.detail())
                    .isEqualTo(
                            "Beacon 7.2 (Relay beacon) has CVE-2026-0001 and can be reached by a third party or from the"
                                    + " internet: no fix is known, so stop or isolate it; it was due by 2026-02-27.");
            assertThat(finding.evidence()).containsEntry("fix", "none").containsEntry("reach", "THIRD_PARTY");
        });
    }

    @Test
    void isHighWhenOnlyWeCanReachIt() {
        assertThat(judge(SoftwareScene.beacon().with(flaw -> flaw.withoutFix().reach(Reach.INTERNAL))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail()).contains("can be reached from inside: ");
                });
    }

    @Test
    void acceptsIsolation() {
        assertThat(judge(SoftwareScene.beacon().with(flaw -> flaw.withoutFix().reach(Reach.ISOLATED))))
                .isEmpty();
    }

    @Test
    void leavesFlawsWithAFixToTheirDeadline() {
        assertThat(judge(SoftwareScene.beacon().with(flaw -> flaw.reach(Reach.THIRD_PARTY))))
                .isEmpty();
    }

    @Test
    void endsWithAVerifiedStopButNotWithADeclaredOne() {
        var scene = SoftwareScene.beacon().with(flaw -> flaw.withoutFix());

        assertThat(judge(scene.used(UseState.STOPPED_DECLARED, SoftwareScene.TODAY)))
                .hasSize(1);
        assertThat(judge(scene.used(UseState.STOPPED_VERIFIED, SoftwareScene.TODAY)))
                .isEmpty();
    }

    private static List<Finding> judge(SoftwareScene scene) {
        return new NoFixInUse().judge(scene.judged()).toList();
    }
}
