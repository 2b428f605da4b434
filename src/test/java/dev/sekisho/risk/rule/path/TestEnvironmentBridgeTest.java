package dev.sekisho.risk.rule.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestEnvironmentBridgeTest {
    @Test
    void reportsTheTestZonesOnTheWayTogether() {
        var scene = LinkScene.wellRun().throughTestZone("lab").throughTestZone("sandbox");

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-05");
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo("A way of at most two breaks from Yamato Sensors to a crown jewel passes the test zones"
                            + " Test lab and Sandbox.");
            assertThat(finding.evidence())
                    .containsEntry("testZones", "lab, sandbox")
                    .containsEntry("count", "2");
        });
    }

    @Test
    void namesTheZone() {
        assertThat(judge(LinkScene.wellRun().throughTestZone("lab")))
                .extracting(Finding::detail)
                .containsExactly(
                        "A way of at most two breaks from Yamato Sensors to a crown jewel passes the test zone Test"
                                + " lab.");
    }

    @Test
    void acceptsWaysThatPassNone() {
        assertThat(judge(LinkScene.wellRun())).isEmpty();
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().throughTestZone("lab")))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new TestEnvironmentBridge().judge(scene.judged()).toList();
    }
}
