package dev.sekisho.risk.rule.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.HoldingScene;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnencryptedTest {
    @Test
    void acceptsWhatIsEncrypted() {
        assertThat(judge(HoldingScene.orders().encrypted(true))).isEmpty();
    }

    @Test
    void isHighWhereItIsNot() {
        assertThat(judge(HoldingScene.orders().encrypted(false)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("DATA-02");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail()).isEqualTo("Orders of ten years at Kumo Cloud is not encrypted.");
                    assertThat(finding.evidence()).containsEntry("encrypted", "false");
                });
    }

    @Test
    void isHighWhereNobodySaid() {
        assertThat(judge(HoldingScene.orders().encrypted(null))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.detail())
                    .isEqualTo("Nobody said whether Orders of ten years at Kumo Cloud is encrypted, so it counts as"
                            + " readable.");
            assertThat(finding.evidence()).containsEntry("encrypted", "unknown");
        });
    }

    @Test
    void endsWithTheProofThatItIsDeleted() {
        assertThat(judge(HoldingScene.orders().encrypted(false).deleted(HoldingScene.TODAY)))
                .isEmpty();
    }

    private static List<Finding> judge(HoldingScene scene) {
        return new Unencrypted().judge(scene.judged()).toList();
    }
}
