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

    /** The zone of the ERP is one of which nobody has said what it holds. */
    @Test
    void looksAtEveryZoneTheRulesLeadTo() {
        LinkScene scene = LinkScene.wellRun().landingIn("erp", 1);

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.detail()).startsWith("Yamato Sensors lands directly in the zone ERP, and since nobody");
            assertThat(finding.evidence()).containsEntry("zones", "erp");
        });
        assertThat(judge(scene.into(ZoneScene.vendorDmz().holdingCriticalData(true))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail())
                            .isEqualTo("Yamato Sensors lands directly in the zone Vendor DMZ, which holds critical"
                                    + " data. So it does in ERP.");
                    assertThat(finding.evidence())
                            .containsEntry("zones", "vendor-dmz, erp")
                            .containsEntry("count", "2");
                });
    }

    @Test
    void doesNotAcceptAZoneTheRulesLeadToWithTheLink() {
        var rule = new DirectToDatastore();
        LinkScene scene = LinkScene.wellRun().into(ZoneScene.vendorDmz().holdingCriticalData(true));
        var accepted = rule.scope(scene.judged(), "");

        assertThat(rule.scope(scene.landingIn("erp", 1).judged(), "").beyond(accepted))
                .containsExactly("rules lead beside critical data in zone erp");
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
