package dev.sekisho.risk.rule.software;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.estate.software.VexState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.SoftwareScene;
import dev.sekisho.risk.rule.SoftwareScene.FlawScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TriageDueTest {
    @Test
    void asksForTheTriageThatTheDeadlineTableDemands() {
        assertThat(judge(SoftwareScene.beacon().with(FlawScene::askingForTriage)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("SW-07");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.cause()).isEqualTo("CVE-2026-0001");
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "Beacon 7.2 (Relay beacon) was open to CVE-2026-0001, and nobody has recorded a look"
                                            + " for traces of an intrusion.");
                    assertThat(finding.evidence())
                            .containsEntry("deadlineRow", "3 d + triage")
                            .containsEntry("advisory", "CVE-2026-0001");
                });
    }

    @Test
    void endsWithTheRecordedTriage() {
        var scene = SoftwareScene.beacon()
                .triaged("CVE-2026-0001", SoftwareScene.TODAY)
                .with(FlawScene::askingForTriage);

        assertThat(judge(scene)).isEmpty();
    }

    @Test
    void isNotSatisfiedByAnotherTreatmentOrAnotherAdvisory() {
        var undated = SoftwareScene.beacon().triaged("CVE-2026-0001", null).with(FlawScene::askingForTriage);
        var other = SoftwareScene.beacon()
                .triaged("CVE-2026-0002", SoftwareScene.TODAY)
                .with(FlawScene::askingForTriage);

        assertThat(judge(undated)).hasSize(1);
        assertThat(judge(other)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(UseState.class)
    void doesNotEndByStoppingTheSoftware(UseState state) {
        assertThat(judge(SoftwareScene.beacon().used(state, null).with(FlawScene::askingForTriage)))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"NOT_AFFECTED", "FIXED"})
    void asksNothingOfAVersionThatIsNotAffected(Verdict verdict) {
        assertThat(judge(SoftwareScene.beacon()
                        .with(flaw -> flaw.askingForTriage().judged(verdict))))
                .isEmpty();
    }

    /** Shutting the door by one's own word is no look at what came through it before; never having been open is. */
    @Test
    void staysDueWhereAPersonSaysThatItIsFixed() {
        assertThat(judge(SoftwareScene.beacon()
                        .with(flaw -> flaw.askingForTriage().said(VexState.FIXED))))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.detail()).contains(" is fixed, as Sato says, but was open to "));
        assertThat(judge(SoftwareScene.beacon()
                        .with(flaw -> flaw.askingForTriage().said(VexState.NOT_AFFECTED))))
                .isEmpty();
    }

    @Test
    void staysDueAfterThePatch() {
        var scene = SoftwareScene.beacon()
                .ofVersion("7.3")
                .with(flaw -> flaw.askingForTriage()
                        .judged(Verdict.FIXED)
                        .openBefore("7.2", SoftwareScene.TODAY.minusDays(1)));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.detail())
                    .isEqualTo("Beacon 7.3 (Relay beacon) is patched, but until 2026-02-28 its version 7.2 was open to"
                            + " CVE-2026-0001, and nobody has recorded a look for traces of an intrusion.");
            assertThat(finding.evidence())
                    .containsEntry("affectedVersion", "7.2")
                    .containsEntry("affectedUntil", "2026-02-28")
                    .containsEntry("volatileEvidence", "may be gone with the version that was replaced");
        });
        assertThat(judge(scene.triaged("CVE-2026-0001", SoftwareScene.TODAY))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, 1", "21, 0"})
    void asksNothingOfAVersionThatWasGoneBeforeTheFlawWasKnown(int daysAgo, int findings) {
        var scene = SoftwareScene.beacon()
                .with(flaw -> flaw.askingForTriage()
                        .judged(Verdict.FIXED)
                        .openBefore("7.2", SoftwareScene.TODAY.minusDays(daysAgo)));

        assertThat(judge(scene)).hasSize(findings);
    }

    @Test
    void namesWhoDemandsIt() {
        var both = SoftwareScene.beacon().with(flaw -> flaw.triageDemandedBy("deadline table", "KEV"));

        assertThat(judge(both))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.evidence()).containsEntry("demandedBy", "deadline table, KEV"));
    }

    @Test
    void waitsForATriageThatIsOnlyPlanned() {
        var scene = SoftwareScene.beacon()
                .triaged("CVE-2026-0001", SoftwareScene.TODAY.plusDays(2))
                .with(FlawScene::askingForTriage);

        assertThat(judge(scene)).hasSize(1);
    }

    @Test
    void asksOnlyWhereTheTableDoes() {
        assertThat(judge(SoftwareScene.beacon().with(flaw -> flaw.exploited().due(14, 3))))
                .isEmpty();
    }

    private static List<Finding> judge(SoftwareScene scene) {
        return new TriageDue().judge(scene.judged()).toList();
    }
}
