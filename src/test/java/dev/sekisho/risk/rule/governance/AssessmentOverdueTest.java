package dev.sekisho.risk.rule.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.PartyScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentOverdueTest {
    @ParameterizedTest
    @CsvSource({"365, 2025-03-01", "731, 2024-02-29"})
    void isMediumFromAYearOn(int days, String assessed) {
        assertThat(judge(PartyScene.yamato().assessed(PartyScene.TODAY.minusDays(days))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GOV-03");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.detail())
                            .isEqualTo("The security of Yamato Sensors was last assessed on " + assessed
                                    + "; an assessment is due every year.");
                    assertThat(finding.evidence())
                            .containsEntry("assessedOn", assessed)
                            .containsEntry("days", "" + days);
                });
    }

    @Test
    void isHighWhenThereNeverWasOne() {
        assertThat(judge(PartyScene.yamato().assessed(null))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.detail()).isEqualTo("The security of Yamato Sensors has never been assessed.");
            assertThat(finding.evidence()).containsEntry("assessedOn", "never");
        });
    }

    @ParameterizedTest
    @CsvSource({"364", "0"})
    void acceptsAnAssessmentWithinAYear(int days) {
        assertThat(judge(PartyScene.yamato().assessed(PartyScene.TODAY.minusDays(days))))
                .isEmpty();
    }

    @Test
    void asksNothingOfARelationThatHasEnded() {
        assertThat(judge(PartyScene.yamato().assessed(null).offboarded())).isEmpty();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new AssessmentOverdue().judge(scene.judged()).toList();
    }
}
