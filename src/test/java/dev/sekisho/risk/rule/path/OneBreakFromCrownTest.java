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

class OneBreakFromCrownTest {
    @ParameterizedTest
    @CsvSource({"0, HIGH, 0.000", "69999, HIGH, 69.999", "70000, CRITICAL, 70.000", "100000, CRITICAL, 100.000"})
    void growsWithTheExposureOfTheLink(int exposureMilli, Severity severity, String exposure) {
        var scene = LinkScene.wellRun().exposed(exposureMilli).reaching("erp", 80, Distance.exactly(1));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-02");
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo("One break is enough for Yamato Sensors to reach ERP through the zone Vendor DMZ.");
            assertThat(finding.evidence())
                    .containsEntry("breaks", "1")
                    .containsEntry("target", "erp")
                    .containsEntry("targets", "erp")
                    .containsEntry("exposure", exposure);
        });
    }

    @ParameterizedTest
    @CsvSource({"79, 1", "80, 0", "80, 2"})
    void looksAtCrownJewelsExactlyOneBreakAway(int criticality, int breaks) {
        assertThat(judge(LinkScene.wellRun().reaching("erp", criticality, Distance.exactly(breaks))))
                .isEmpty();
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().reaching("erp", 90, Distance.exactly(1))))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new OneBreakFromCrown().judge(scene.judged()).toList();
    }
}
