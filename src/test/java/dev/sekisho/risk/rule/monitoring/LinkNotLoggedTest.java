package dev.sekisho.risk.rule.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkNotLoggedTest {
    @Test
    void reportsFlowsThatDoNotReachTheSiem() {
        assertThat(judge(LinkScene.wellRun().monitored(false, true, true, 365)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("MON-03");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "The traffic between Yamato Sensors and the zone Vendor DMZ does not reach the SIEM.");
                    assertThat(finding.evidence()).containsEntry("flowLogsToSiem", "false");
                });
    }

    @Test
    void countsUnknownAsNoOnInternalLinksToo() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().monitored(null, true, true, 365)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail()).endsWith(" does not reach the SIEM, as far as anybody has stated.");
                    assertThat(finding.evidence()).containsEntry("flowLogsToSiem", "unknown");
                });
    }

    @Test
    void acceptsALoggedLink() {
        assertThat(judge(LinkScene.wellRun().monitored(true, false, false, 0))).isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new LinkNotLogged().judge(scene.judged()).toList();
    }
}
