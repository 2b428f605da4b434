package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeDeviceEndOfSupportTest {
    @ParameterizedTest
    @CsvSource(
            value = {"-1, HIGH", "0, MEDIUM", "365, MEDIUM", "366, -"},
            nullValues = "-")
    void looksAYearAhead(int days, @Nullable Severity severity) {
        assertThat(judge(LinkScene.wellRun().firewallSupportedUntil(LinkScene.TODAY.plusDays(days))))
                .extracting(Finding::severity)
                .isEqualTo(severity == null ? List.of() : List.of(severity));
    }

    @Test
    void namesTheFirewallAndTheDay() {
        assertThat(judge(LinkScene.wellRun().firewallSupportedUntil(LinkScene.TODAY.minusDays(1))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("NET-13");
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "Support of Edge firewall, the firewall between Yamato Sensors and the zone Vendor"
                                            + " DMZ or one of its kind, ended on 2026-02-28.");
                    assertThat(finding.evidence())
                            .containsEntry("product", "fortios")
                            .containsEntry("installation", "edge-fw")
                            .containsEntry("version", "6.4")
                            .containsEntry("endOfLife", "2026-02-28");
                });
    }

    @Test
    void knowsNoDayOfAVersionThatEndedLongAgo() {
        assertThat(judge(LinkScene.wellRun().firewallSupportedUntil(LocalDate.EPOCH)))
                .extracting(Finding::detail)
                .singleElement()
                .asString()
                .contains(" has ended.");
    }

    @Test
    void looksAtInternalLinksAsWell() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().firewallSupportedUntil(LinkScene.TODAY)))
                .hasSize(1);
    }

    @Test
    void hasNothingToSayWhereNoEndIsKnown() {
        assertThat(judge(LinkScene.wellRun())).isEmpty();
        assertThat(judge(LinkScene.wellRun().firewallSupportedUntil(null))).isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new EdgeDeviceEndOfSupport().judge(scene.judged()).toList();
    }
}
