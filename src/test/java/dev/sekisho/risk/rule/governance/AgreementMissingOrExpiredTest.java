package dev.sekisho.risk.rule.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.PartyScene;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementMissingOrExpiredTest {
    @Test
    void reportsAMissingAgreement() {
        assertThat(judge(PartyScene.yamato().withoutAgreement()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GOV-01");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.THIRD_PARTY, "yamato"));
                    assertThat(finding.thirdParty()).isEqualTo("yamato");
                    assertThat(finding.connectionPoint()).isNull();
                    assertThat(finding.zone()).isNull();
                    assertThat(finding.organization()).isNull();
                    assertThat(finding.cause()).isEmpty();
                    assertThat(finding.detail()).isEqualTo("Yamato Sensors has no agreement with us.");
                    assertThat(finding.evidence()).containsEntry("agreement", "none");
                });
    }

    @Test
    void reportsAnAgreementThatHasEnded() {
        var scene = PartyScene.yamato().agreed(null, PartyScene.TODAY.minusDays(1));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.detail())
                    .isEqualTo("Yamato Sensors is bound by no agreement since the last one ended on 2026-02-28.");
            assertThat(finding.evidence()).containsEntry("start", "unknown").containsEntry("end", "2026-02-28");
        });
    }

    @ParameterizedTest
    @CsvSource(
            value = {"-", "2027-03-01"},
            nullValues = "-")
    void reportsAnAgreementThatHasNotBegun(LocalDate end) {
        assertThat(judge(PartyScene.yamato().agreed(PartyScene.TODAY.plusDays(1), end)))
                .extracting(Finding::detail)
                .containsExactly("Yamato Sensors is bound by no agreement until 2026-03-02.");
    }

    @Test
    void acceptsTheFirstAndTheLastDay() {
        assertThat(judge(PartyScene.yamato().agreed(PartyScene.TODAY, PartyScene.TODAY)))
                .isEmpty();
    }

    @Test
    void asksNothingOfARelationThatHasEnded() {
        assertThat(judge(PartyScene.yamato().withoutAgreement().offboarded())).isEmpty();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new AgreementMissingOrExpired().judge(scene.judged()).toList();
    }
}
