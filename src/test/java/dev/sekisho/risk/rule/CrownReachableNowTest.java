package dev.sekisho.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.Severity;
import dev.sekisho.risk.path.Distance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrownReachableNowTest {
    @Test
    void reportsEachCrownJewelThatNeedsNoBreak() {
        var scene =
                LinkScene.wellRun().reaching("erp", 80, Distance.exactly(0)).reaching("mes", 100, new Distance(0, 3));

        assertThat(judge(scene))
                .allSatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("PTH-01");
                    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
                })
                .extracting(Finding::cause)
                .containsExactly("ZONE/erp", "ZONE/mes");
        assertThat(judge(scene))
                .extracting(finding -> finding.evidence().get("breaks"))
                .containsExactly("0", "0..3");
    }

    @Test
    void namesTheWay() {
        assertThat(judge(LinkScene.wellRun().reaching("erp", 90, Distance.exactly(0))))
                .extracting(Finding::detail)
                .containsExactly(
                        "Yamato Sensors reaches ERP through the zone Vendor DMZ without a single further break.");
    }

    @ParameterizedTest
    @CsvSource({"79, 0", "80, 1", "100, 2"})
    void acceptsLesserOrFartherTargets(int criticality, int breaks) {
        assertThat(judge(LinkScene.wellRun().reaching("erp", criticality, Distance.exactly(breaks))))
                .isEmpty();
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().reaching("erp", 90, Distance.exactly(0))))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new CrownReachableNow().judge(scene.judged()).toList();
    }
}
