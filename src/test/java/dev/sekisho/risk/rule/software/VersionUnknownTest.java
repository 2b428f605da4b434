package dev.sekisho.risk.rule.software;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.SoftwareScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VersionUnknownTest {
    @Test
    void reportsAVersionNobodyKnows() {
        assertThat(judge(SoftwareScene.beacon().ofVersion(null)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("SW-06");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.cause()).isEmpty();
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "Beacon of unknown version (Relay beacon), so every advisory that names versions of the product counts as if it"
                                            + " were affected.");
                    assertThat(finding.evidence())
                            .containsEntry("version", "unknown")
                            .containsEntry("undecided", "");
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"UNKNOWN", "CONFLICT"})
    void reportsOnceWhatCannotBeDecided(Verdict verdict) {
        var scene = SoftwareScene.beacon()
                .with(flaw -> flaw.named("CVE-2026-0002").judged(verdict))
                .with(flaw -> flaw.named("CVE-2026-0001").judged(verdict))
                .with(flaw -> flaw.named("CVE-2026-0003"));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.detail())
                    .isEqualTo(
                            "Beacon 7.2 (Relay beacon) cannot be judged against some advisories and counts as affected"
                                    + " by them.");
            assertThat(finding.evidence())
                    .containsEntry("version", "7.2")
                    .containsEntry("undecided", "CVE-2026-0001, CVE-2026-0002");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"AFFECTED", "NOT_AFFECTED", "FIXED"})
    void acceptsWhatIsDecided(Verdict verdict) {
        assertThat(judge(SoftwareScene.beacon().with(flaw -> flaw.judged(verdict))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = UseState.class,
            names = {"STOPPED_VERIFIED", "REMOVED"})
    void doesNotAskForTheVersionOfWhatIsOutOfUse(UseState state) {
        var scene = SoftwareScene.beacon().ofVersion(null).used(state, null).with(flaw -> flaw.judged(Verdict.UNKNOWN));

        assertThat(judge(scene)).isEmpty();
    }

    private static List<Finding> judge(SoftwareScene scene) {
        return new VersionUnknown().judge(scene.judged()).toList();
    }
}
