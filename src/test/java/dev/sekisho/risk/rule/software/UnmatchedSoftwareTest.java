package dev.sekisho.risk.rule.software;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.rule.SoftwareScene;
import org.junit.jupiter.api.Test;

class UnmatchedSoftwareTest {
    private final UnmatchedSoftware rule = new UnmatchedSoftware();

    @Test
    void isMediumAndHighWhereThirdPartiesLand() {
        assertThat(rule.judge(SoftwareScene.beacon().knownToNobody().judged()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("SW-08");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.thirdParty()).isEqualTo("yamato");
                    assertThat(finding.detail())
                            .isEqualTo("Beacon 7.2 (Relay beacon) is known to no loaded source, so nobody knows whether"
                                    + " it has flaws.");
                    assertThat(finding.evidence()).containsEntry("product", "beacon");
                });
        assertThat(rule.judge(SoftwareScene.beacon()
                        .knownToNobody()
                        .whereThirdPartiesLand()
                        .judged()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail()).endsWith(", and third parties land where it runs.");
                });
    }

    @Test
    void saysNothingOfWhatASourceKnowsOrNobodyUses() {
        assertThat(rule.judge(SoftwareScene.beacon().whereThirdPartiesLand().judged()))
                .isEmpty();
        assertThat(rule.judge(SoftwareScene.beacon()
                        .knownToNobody()
                        .used(UseState.REMOVED, SoftwareScene.TODAY)
                        .judged()))
                .isEmpty();
        assertThat(rule.judge(SoftwareScene.beacon()
                        .knownToNobody()
                        .used(UseState.STOPPED_DECLARED, SoftwareScene.TODAY)
                        .judged()))
                .hasSize(1);
    }
}
