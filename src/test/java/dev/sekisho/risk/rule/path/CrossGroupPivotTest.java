package dev.sekisho.risk.rule.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossGroupPivotTest {
    @ParameterizedTest
    @CsvSource({"0", "1"})
    void reportsAnotherCompanyAtMostOneBreakAway(int breaks) {
        assertThat(judge(LinkScene.wellRun().reachingCompany("shipping", Distance.exactly(breaks))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("PTH-03");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.cause()).isEmpty();
                    assertThat(finding.organization()).isEqualTo("works");
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "Yamato Sensors comes in at the zone Vendor DMZ and reaches another company of ours,"
                                            + " Hoshino Shipping, in at most one break.");
                    assertThat(finding.evidence())
                            .containsEntry("organizations", "shipping")
                            .containsEntry("breaks", "" + breaks);
                });
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().reachingCompany("shipping", Distance.exactly(0))))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new CrossGroupPivot().judge(scene.judged()).toList();
    }
}
