package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.ZoneScene;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectToDatastoreTest {
    @Test
    void reportsALandingBesideCriticalData() {
        assertThat(judge(LinkScene.wellRun().into(ZoneScene.vendorDmz().holdingCriticalData(true))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("NET-10");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "Yamato Sensors lands directly in the zone Vendor DMZ, which holds critical data.");
                    assertThat(finding.evidence())
                            .containsEntry("zone", "vendor-dmz")
                            .containsEntry("holdsCriticalData", "true");
                });
    }

    @Test
    void countsAnUnknownZoneAsHoldingCriticalDataAndSaysSo() {
        assertThat(judge(LinkScene.wellRun().into(ZoneScene.vendorDmz().holdingCriticalData(null))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail())
                            .endsWith(
                                    ", and since nobody has said whether critical data is held there, it counts as yes.");
                    assertThat(finding.evidence()).containsEntry("holdsCriticalData", "unknown");
                });
    }

    @Test
    void acceptsAZoneThatHoldsNone() {
        assertThat(judge(LinkScene.wellRun())).isEmpty();
    }

    @Test
    void looksAtThirdPartiesOnly() {
        var zone = ZoneScene.vendorDmz().holdingCriticalData(true);

        assertThat(judge(LinkScene.wellRun().insideTheHouse().into(zone))).isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new DirectToDatastore().judge(scene.judged()).toList();
    }
}
