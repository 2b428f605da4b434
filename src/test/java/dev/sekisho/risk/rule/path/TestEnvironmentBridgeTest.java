package dev.sekisho.risk.rule.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.PartyScene;
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

    @Test
    void reportsOnceAThirdPartyTheWaysThatAreNoConnectionPoints() {
        var scene = PartyScene.yamato()
                .running("press", 0)
                .throughTestZone("lab")
                .running("pump", 0)
                .lent("msp", "msp-vpn");

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-05");
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.THIRD_PARTY, "yamato"));
            assertThat(finding.detail())
                    .isEqualTo("A way of at most two breaks from Yamato Sensors to a crown jewel passes the test zone"
                            + " Test lab, over no connection point of its own: over the host pump that it runs, and"
                            + " through msp, for whom it works.");
            assertThat(finding.evidence())
                    .containsEntry("testZones", "lab")
                    .containsEntry(
                            "ways",
                            "ASSET pump into zone plant, CONNECTION_POINT msp-vpn into zone office through msp");
        });
        assertThat(judge(PartyScene.yamato().running("pump", 0))).isEmpty();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new TestEnvironmentBridge().judge(scene.judged()).toList();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new TestEnvironmentBridge().judge(scene.judged()).toList();
    }
}
