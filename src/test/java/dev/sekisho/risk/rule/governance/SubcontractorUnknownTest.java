package dev.sekisho.risk.rule.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.PartyScene;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubcontractorUnknownTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "-, has not said who works for it",
                "0, has declared 0 % of those who work for it",
                "0.999, has declared 99 % of those who work for it"
            },
            nullValues = "-")
    void reportsWhoHasNotDeclaredAllWhoWorkForIt(@Nullable Double declared, String words) {
        assertThat(judge(PartyScene.yamato().declaring(declared)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GOV-07");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.detail()).isEqualTo("Yamato Sensors " + words + ".");
                    assertThat(finding.evidence())
                            .containsEntry("subprocessorsDeclared", declared == null ? "unknown" : declared.toString());
                });
    }

    @Test
    void reportsASubcontractorOfNobody() {
        assertThat(judge(PartyScene.yamato().workingFor(null)))
                .extracting(Finding::detail)
                .containsExactly("Yamato Sensors is a subcontractor of nobody knows whom.");
        assertThat(judge(PartyScene.yamato().workingFor(null).declaring(.5))).hasSize(1);
    }

    @Test
    void acceptsWhoDeclaredAllAndIsPlaced() {
        assertThat(judge(PartyScene.yamato())).isEmpty();
        assertThat(judge(PartyScene.yamato().workingFor("msp"))).isEmpty();
    }

    @Test
    void asksNothingOfWhoIsGone() {
        assertThat(judge(PartyScene.yamato().declaring(null).offboarded())).isEmpty();
    }

    @Test
    void isAcceptedWithTheShareThatIsMissing() {
        var rule = new SubcontractorUnknown();
        var half = rule.scope(PartyScene.yamato().declaring(.5).judged(), "");
        var none = rule.scope(PartyScene.yamato().declaring(null).judged(), "");

        assertThat(none.beyond(half)).containsExactly("undeclared percent 100 instead of 50");
        assertThat(half.beyond(none)).isEmpty();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new SubcontractorUnknown().judge(scene.judged()).toList();
    }
}
