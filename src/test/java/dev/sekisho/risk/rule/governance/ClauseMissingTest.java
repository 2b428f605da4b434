package dev.sekisho.risk.rule.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Clause;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.PartyScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClauseMissingTest {
    @ParameterizedTest
    @EnumSource(Clause.class)
    void reportsEachMissingClauseAndNotificationAsHigh(Clause clause) {
        var severity = clause == Clause.INCIDENT_NOTIFICATION ? Severity.HIGH : Severity.MEDIUM;

        assertThat(judge(PartyScene.yamato().lacking(clause))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GOV-02");
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.cause()).isEqualTo(clause.name());
            assertThat(finding.evidence()).containsEntry("clause", clause.name());
        });
    }

    @Test
    void namesTheClauseInWords() {
        assertThat(judge(PartyScene.yamato().lacking(Clause.AUDIT_RIGHT, Clause.VULNERABILITY_HANDLING)))
                .extracting(Finding::detail)
                .containsExactly(
                        "The agreement with Yamato Sensors has no clause on audit right.",
                        "The agreement with Yamato Sensors has no clause on vulnerability handling.");
    }

    @Test
    void acceptsACompleteAgreement() {
        assertThat(judge(PartyScene.yamato())).isEmpty();
    }

    @Test
    void leavesAMissingAgreementToItsOwnRule() {
        assertThat(judge(PartyScene.yamato().withoutAgreement())).isEmpty();
    }

    @Test
    void asksNothingOfARelationThatHasEnded() {
        assertThat(judge(PartyScene.yamato().lacking(Clause.values()).offboarded()))
                .isEmpty();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new ClauseMissing().judge(scene.judged()).toList();
    }
}
