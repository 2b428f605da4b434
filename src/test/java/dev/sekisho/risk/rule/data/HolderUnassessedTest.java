package dev.sekisho.risk.rule.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.HoldingScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolderUnassessedTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "364, 0", "365, 1"})
    void asksForAnAssessmentEveryYear(int daysAgo, int findings) {
        assertThat(judge(HoldingScene.orders().assessed(HoldingScene.TODAY.minusDays(daysAgo))))
                .hasSize(findings);
    }

    @Test
    void isMediumWhereThereNeverWasOne() {
        assertThat(judge(HoldingScene.orders().assessed(null))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("DATA-03");
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.detail())
                    .isEqualTo(
                            "Kumo Cloud holds Orders of ten years for us, and its security has never been assessed.");
            assertThat(finding.evidence()).containsEntry("assessedOn", "never");
        });
    }

    @Test
    void endsWithTheProofThatItIsDeleted() {
        assertThat(judge(HoldingScene.orders().assessed(null).deleted(HoldingScene.TODAY)))
                .isEmpty();
    }

    private static List<Finding> judge(HoldingScene scene) {
        return new HolderUnassessed().judge(scene.judged()).toList();
    }
}
