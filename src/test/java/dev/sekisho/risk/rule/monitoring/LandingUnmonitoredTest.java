package dev.sekisho.risk.rule.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.ZoneScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandingUnmonitoredTest {
    @ParameterizedTest
    @CsvSource(
            value = {"false, false", "-, unknown"},
            nullValues = "-")
    void reportsALandingZoneWithoutDetection(Boolean detecting, String evidence) {
        var scene = LinkScene.wellRun()
                .monitored(true, null, true, 365)
                .into(ZoneScene.vendorDmz().detecting(detecting));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("MON-01");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.detail())
                    .isEqualTo("Yamato Sensors lands on the zone Vendor DMZ, where neither endpoint detection nor log"
                            + " forwarding is known to run.");
            assertThat(finding.evidence())
                    .containsEntry("landing", "vendor-dmz")
                    .containsEntry("endpointDetection", evidence);
        });
    }

    @Test
    void looksAtTheHostWhereOneIsNamed() {
        var blind = LinkScene.wellRun().onHost(false);
        var seeing = LinkScene.wellRun().onHost(true).into(ZoneScene.vendorDmz().detecting(false));

        assertThat(judge(blind)).singleElement().satisfies(finding -> {
            assertThat(finding.detail()).startsWith("Yamato Sensors lands on the host Relay 1, where neither");
            assertThat(finding.evidence())
                    .containsEntry("landing", "relay")
                    .containsEntry("endpointDetection", "false");
        });
        assertThat(judge(seeing)).isEmpty();
    }

    @Test
    void acceptsTheWordOfTheConnectionPointWhereTheLandingIsSilent() {
        var silentHost = LinkScene.wellRun().onHost(null).monitored(true, true, true, 365);
        var silentZone =
                LinkScene.wellRun().into(ZoneScene.vendorDmz().detecting(null)).monitored(true, true, true, 365);

        assertThat(judge(silentHost)).isEmpty();
        assertThat(judge(silentZone)).isEmpty();
    }

    @Test
    void believesTheLandingBeforeTheConnectionPoint() {
        var denied =
                LinkScene.wellRun().into(ZoneScene.vendorDmz().detecting(false)).monitored(true, true, true, 365);
        var granted =
                LinkScene.wellRun().into(ZoneScene.vendorDmz().detecting(true)).monitored(true, false, true, 365);

        assertThat(judge(denied)).hasSize(1);
        assertThat(judge(granted)).isEmpty();
    }

    @Test
    void looksAtThirdPartiesOnly() {
        var zone = ZoneScene.vendorDmz().detecting(false);

        assertThat(judge(LinkScene.wellRun().insideTheHouse().into(zone))).isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new LandingUnmonitored().judge(scene.judged()).toList();
    }
}
