package dev.sekisho.risk.rule.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.ZoneScene;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnclassifiedTest {
    @Test
    void reportsAZoneWithoutCriticality() {
        assertThat(judge(ZoneScene.vendorDmz().worth(null))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GOV-08");
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.ZONE, "vendor-dmz"));
            assertThat(finding.detail())
                    .isEqualTo("The zone Vendor DMZ has no criticality and counts as the most critical there is.");
            assertThat(finding.evidence())
                    .containsEntry("criticality", "unknown")
                    .containsEntry("countedAs", "100");
        });
    }

    @Test
    void reportsAnAssetWithoutCriticality() {
        assertThat(judge(asset(null))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.ASSET, "relay"));
            assertThat(finding.thirdParty()).isEqualTo("yamato");
            assertThat(finding.connectionPoint()).isNull();
            assertThat(finding.zone()).isEqualTo("vendor-dmz");
            assertThat(finding.organization()).isEqualTo("works");
            assertThat(finding.detail())
                    .isEqualTo("The asset Relay 1 has no criticality and counts as the most critical there is.");
        });
    }

    @Test
    void acceptsEvenTheLowestCriticality() {
        assertThat(judge(ZoneScene.vendorDmz().worth(0))).isEmpty();
        assertThat(judge(asset(0))).isEmpty();
    }

    private static AssetSituation asset(Integer criticality) {
        var asset = new Asset(
                "relay", "Relay 1", "vendor-dmz", AddressSet.NONE, criticality, "yamato", Monitoring.UNKNOWN, null);
        return new AssetSituation(LinkScene.wellRun().judged().estate(), LinkScene.TODAY, asset, List.of(), false);
    }

    private static List<Finding> judge(AssetSituation at) {
        return new Unclassified().judge(at).toList();
    }

    private static List<Finding> judge(ZoneScene scene) {
        return new Unclassified().judge(scene.judged()).toList();
    }
}
