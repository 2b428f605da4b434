package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.TrafficScene;
import dev.sekisho.risk.traffic.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NominalFilterTest {
    @ParameterizedTest
    @CsvSource({"0.95", "1"})
    void reportsADeclaredFirewallThatPermitsNearlyEverything(double openness) {
        var scene = LinkScene.wellRun()
                .open(openness)
                .permitting(TrafficScene.tidy()
                        .open(openness)
                        .counting(1023, 0)
                        .opaque(Rule.permit())
                        .summary());

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("NET-03");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo(
                            "The firewall between Yamato Sensors and the zone Vendor DMZ permits nearly everything.");
            assertThat(finding.evidence())
                    .containsEntry("filter", "VERIFIED")
                    .containsEntry("openness", Evidence.decimal(openness))
                    .containsEntry("excessBits", "10.000")
                    .containsEntry("opaqueRules", "1")
                    .containsEntry("witness", "tcp 198.51.100.7:40000 -> 10.9.0.7:443")
                    .containsEntry("rule", "line 12 permit-web: permit tcp any -> 10.9.0.7 port 443");
        });
    }

    @Test
    void acceptsALittleLess() {
        assertThat(judge(LinkScene.wellRun().open(0.9499))).isEmpty();
    }

    @Test
    void saysThatNoRuleSetIsKnown() {
        assertThat(judge(LinkScene.wellRun().open(1).withoutRuleSet()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail()).endsWith(" counts as fully open, since no rule set of it is known.");
                    assertThat(finding.evidence()).containsOnlyKeys("filter", "openness");
                });
    }

    @Test
    void saysThatTheZoneHasNoAddresses() {
        var scene = LinkScene.wellRun()
                .open(1)
                .permitting(TrafficScene.tidy().measuredAgainstNothing().summary());

        assertThat(judge(scene))
                .extracting(Finding::detail)
                .containsExactly(
                        "The firewall between Yamato Sensors and the zone Vendor DMZ counts as fully open, since"
                                + " the zone has no addresses to measure its rules against.");
    }

    @Test
    void leavesAFirewallThatIsOnlyPlannedToWhatIsUnfiltered() {
        assertThat(judge(LinkScene.wellRun().filter(FilterState.PLANNED).open(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"80, 1, CRITICAL", "79, 0, HIGH", "80, 2, HIGH"})
    void isCriticalWithACrownJewelAtMostOneBreakAway(int criticality, int breaks, Severity severity) {
        var scene = LinkScene.wellRun().open(1).reaching("erp", criticality, Distance.exactly(breaks));

        assertThat(judge(scene)).extracting(Finding::severity).containsExactly(severity);
    }

    @Test
    void namesTheCrownJewel() {
        assertThat(judge(LinkScene.wellRun().open(1).reaching("erp", 90, new Distance(1, 1))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail()).endsWith(", and ERP is 1 break away.");
                    assertThat(finding.evidence())
                            .containsEntry("target", "erp")
                            .containsEntry("filter", "VERIFIED");
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = FilterState.class,
            names = {"NONE", "UNKNOWN"})
    void leavesAnAbsentFilterToItsOwnRules(FilterState state) {
        assertThat(judge(LinkScene.wellRun().filter(state).open(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.95, 1", "0.9499, 0"})
    void judgesTheRulesOfADeclaredFirewallWhoseEvidenceIsMissing(double openness, int findings) {
        var scene = LinkScene.wellRun()
                .countingAs(FilterState.UNKNOWN)
                .open(1)
                .permitting(TrafficScene.tidy().open(openness).summary());

        assertThat(judge(scene)).hasSize(findings);
    }

    private static List<Finding> judge(LinkScene scene) {
        return new NominalFilter().judge(scene.judged()).toList();
    }
}
