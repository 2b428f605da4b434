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
import org.junit.jupiter.params.provider.CsvSource;

class PatchOverdueTest {
    @ParameterizedTest
    @CsvSource({"3, CRITICAL", "4, HIGH", "14, HIGH", "15, MEDIUM", "60, MEDIUM"})
    void isAsSevereAsItsDeadlineWasShort(int days, Severity severity) {
        assertThat(judge(SoftwareScene.beacon().with(flaw -> flaw.due(days, 1))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("SW-02");
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.cause()).isEqualTo("CVE-2026-0001");
                });
    }

    @Test
    void saysWhatWasDueWhen() {
        assertThat(judge(SoftwareScene.beacon().with(flaw -> flaw.due(14, 7))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "Beacon 7.2 (Relay beacon) has CVE-2026-0001 past its deadline: install 7.3; it was due by"
                                            + " 2026-02-22.");
                    assertThat(finding.evidence())
                            .containsEntry("daysOverdue", "7")
                            .containsEntry("deadlineRow", "14 d")
                            .containsEntry("clockStart", "2026-02-08")
                            .containsEntry("fixAvailableOn", "2026-02-09")
                            .containsEntry("advisory", "CVE-2026-0001");
                });
    }

    /** What counts because nobody stated the version is not said to be there. */
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, 'Beacon 7.2 (Relay beacon) may have CVE-2026-0001 past its deadline'",
        "CONFLICT, 'Beacon 7.2 (Relay beacon) has, by what one of several says, CVE-2026-0001 past its deadline'"
    })
    void saysNoMoreThanIsKnown(Verdict verdict, String words) {
        assertThat(judge(
                        SoftwareScene.beacon().with(flaw -> flaw.judged(verdict).due(14, 7))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).startsWith(words));
    }

    @Test
    void takesTheStrictestDeadlineWhereNothingIsDated() {
        assertThat(judge(SoftwareScene.beacon().with(SoftwareScene.FlawScene::undatedAndOverdue)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(finding.evidence()).containsEntry("clockStart", "unknown");
                });
    }

    @Test
    void waitsForTheDeadline() {
        assertThat(judge(SoftwareScene.beacon().with(flaw -> flaw.due(3, 0)))).isEmpty();
    }

    @Test
    void leavesFlawsWithoutAFixToTheirOwnRule() {
        assertThat(judge(SoftwareScene.beacon().with(flaw -> flaw.withoutFix().due(1, 5))))
                .isEmpty();
    }

    @Test
    void endsWithThePatchAndWithTheRemoval() {
        assertThat(judge(SoftwareScene.beacon().with(flaw -> flaw.due(3, 5).judged(Verdict.FIXED))))
                .isEmpty();
        assertThat(judge(SoftwareScene.beacon().used(UseState.REMOVED, null).with(flaw -> flaw.due(3, 5))))
                .isEmpty();
    }

    private static List<Finding> judge(SoftwareScene scene) {
        return new PatchOverdue().judge(scene.judged()).toList();
    }
}
