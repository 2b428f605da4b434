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

class CrownReachableNowTest {
    @Test
    void reportsTheCrownJewelsThatNeedNoBreakTogether() {
        var scene = LinkScene.wellRun()
                .reaching("erp", 80, Distance.exactly(0))
                .reaching("hr", 90, Distance.exactly(1))
                .reaching("mes", 100, Distance.exactly(0));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-01");
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo("Yamato Sensors reaches ERP and MES through the zone Vendor DMZ without a single further"
                            + " break.");
            assertThat(finding.evidence())
                    .containsEntry("target", "erp")
                    .containsEntry("breaks", "0")
                    .containsEntry("count", "2")
                    .containsEntry("targets", "erp, mes");
        });
    }

    @Test
    void staysShortWhereThereAreMany() {
        var scene = LinkScene.wellRun();
        for (int i = 0; i < 25; i++) {
            scene.reaching("m" + i, 90, Distance.exactly(0));
        }

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.detail()).contains("reaches M0, M1 and 23 more through");
            assertThat(finding.evidence())
                    .containsEntry("count", "25")
                    .hasEntrySatisfying("targets", all -> assertThat(all).endsWith("m19 and 5 more"));
        });
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
