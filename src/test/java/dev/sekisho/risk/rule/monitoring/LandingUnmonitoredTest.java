package dev.sekisho.risk.rule.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandingUnmonitoredTest {
    @ParameterizedTest
    @CsvSource(
            value = {"false, false", "-, unknown"},
            nullValues = "-")
    void reportsALandingHostWithoutDetection(@Nullable Boolean detecting, String evidence) {
        assertThat(judge(LinkScene.wellRun().onHost(detecting))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("MON-01");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.detail())
                    .isEqualTo(
                            "Yamato Sensors lands on the host Host relay in the zone Vendor DMZ, where neither endpoint"
                                    + " detection nor log forwarding is known to run.");
            assertThat(finding.evidence())
                    .containsEntry("landing", "vendor-dmz")
                    .containsEntry("hosts", "relay")
                    .containsEntry("endpointDetection", evidence);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void believesHostsBeforeTheConnectionPoint(boolean said) {
        assertThat(judge(LinkScene.wellRun().onHost(false).monitored(true, said, true, 365)))
                .hasSize(1);
        assertThat(judge(LinkScene.wellRun().onHost(true).monitored(true, said, true, 365)))
                .isEmpty();
    }

    @Test
    void asksAllHostsOfTheZoneWhereNoneIsNamed() {
        var scene = LinkScene.wellRun().among("a", true).among("b", null).among("c", false);

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.detail()).contains("the hosts Host b and Host c in the zone Vendor DMZ");
            assertThat(finding.evidence()).containsEntry("hosts", "b, c");
        });
        assertThat(judge(LinkScene.wellRun().among("a", true).among("b", true))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"true, 0", "false, 1", "-, 1"},
            nullValues = "-")
    void takesTheWordOfTheConnectionPointWhereNoHostIsRegistered(@Nullable Boolean said, int findings) {
        assertThat(judge(LinkScene.wellRun().monitored(true, said, true, 365))).hasSize(findings);
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().among("a", false)))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new LandingUnmonitored().judge(scene.judged()).toList();
    }
}
