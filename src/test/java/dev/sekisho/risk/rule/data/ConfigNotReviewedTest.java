package dev.sekisho.risk.rule.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.HoldingScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigNotReviewedTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "364, 0", "365, 1", "3650, 1"})
    void asksForAReviewEveryYear(int daysAgo, int findings) {
        assertThat(judge(HoldingScene.orders().reviewed(HoldingScene.TODAY.minusDays(daysAgo))))
                .hasSize(findings);
    }

    @Test
    void isAboutTheHoldingAndConcernsItsHolderAndOwner() {
        assertThat(judge(HoldingScene.orders().reviewed(null))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("DATA-01");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.DATA_HOLDING, "orders"));
            assertThat(finding.thirdParty()).isEqualTo("kumo");
            assertThat(finding.organization()).isEqualTo("works");
            assertThat(finding.zone()).isNull();
            assertThat(finding.connectionPoint()).isNull();
            assertThat(finding.detail())
                    .isEqualTo(
                            "How access to Orders of ten years at Kumo Cloud is configured has never been reviewed.");
            assertThat(finding.evidence())
                    .containsEntry("configurationReviewedOn", "never")
                    .containsEntry("accessRestricted", "true");
        });
    }

    @Test
    void saysWhenTheLastReviewWas() {
        assertThat(judge(HoldingScene.orders().reviewed(HoldingScene.TODAY.minusDays(400))))
                .extracting(Finding::detail)
                .containsExactly("How access to Orders of ten years at Kumo Cloud is configured was last reviewed on"
                        + " 2025-01-25; a review is due every year.");
    }

    @Test
    void endsWithTheProofThatItIsDeleted() {
        assertThat(judge(HoldingScene.orders().reviewed(null).deleted(HoldingScene.TODAY)))
                .isEmpty();
        assertThat(judge(HoldingScene.orders().reviewed(null).deleted(HoldingScene.TODAY.plusDays(2))))
                .hasSize(1);
    }

    @Test
    void isAcceptedForWhatItIsWorthAndNotForMore() {
        AcceptanceScope accepted = scope(HoldingScene.orders().worth(60));

        assertThat(scope(HoldingScene.orders().worth(50)).beyond(accepted)).isEmpty();
        assertThat(scope(HoldingScene.orders().worth(61)).beyond(accepted))
                .containsExactly("criticality 61 instead of 60");
        assertThat(scope(HoldingScene.orders().worth(null)).beyond(accepted))
                .containsExactly("criticality 100 instead of 60");
    }

    private static AcceptanceScope scope(HoldingScene scene) {
        return new ConfigNotReviewed().scope(scene.judged(), "");
    }

    private static List<Finding> judge(HoldingScene scene) {
        return new ConfigNotReviewed().judge(scene.judged()).toList();
    }
}
