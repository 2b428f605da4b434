package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnfilteredLinkTest {
    @Test
    void reportsALinkStatedToHaveNoFirewall() {
        var found = judge(LinkScene.wellRun().filter(FilterState.NONE));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("NET-01");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo(
                            "No firewall stands between Yamato Sensors and the zone Vendor DMZ: every service there can"
                                    + " be tried from the other side.");
            assertThat(finding.evidence()).containsOnlyKeys("filter").containsEntry("filter", "NONE");
        });
    }

    @Test
    void reportsALinkWhoseFirewallIsOnlyPlanned() {
        assertThat(judge(LinkScene.wellRun().filter(FilterState.PLANNED)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail()).startsWith("A firewall is planned, and none stands between ");
                    assertThat(finding.evidence()).containsEntry("filter", "PLANNED");
                });
    }

    @Test
    void namesThirdPartyConnectionPointZoneAndOrganization() {
        var finding = judge(LinkScene.wellRun().filter(FilterState.NONE)).get(0);

        assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.CONNECTION_POINT, "yamato-vpn"));
        assertThat(finding.thirdParty()).isEqualTo("yamato");
        assertThat(finding.connectionPoint()).isEqualTo("yamato-vpn");
        assertThat(finding.zone()).isEqualTo("vendor-dmz");
        assertThat(finding.organization()).isEqualTo("works");
        assertThat(finding.identity()).isEqualTo(new Finding.Identity(finding.subject(), "NET-01", ""));
    }

    @Test
    void reportsAnInternalLinkWithoutAThirdParty() {
        var finding = judge(LinkScene.wellRun().insideTheHouse().filter(FilterState.NONE))
                .get(0);

        assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.ZONE_LINK, "office-dmz"));
        assertThat(finding.thirdParty()).isNull();
        assertThat(finding.connectionPoint()).isNull();
        assertThat(finding.zone()).isEqualTo("vendor-dmz");
        assertThat(finding.organization()).isEqualTo("works");
        assertThat(finding.detail()).startsWith("No firewall stands between the zone Office and the zone Vendor DMZ");
    }

    @ParameterizedTest
    @CsvSource({"80, 1, CRITICAL", "80, 0, CRITICAL", "79, 0, HIGH", "80, 2, HIGH"})
    void isCriticalWithACrownJewelAtMostOneBreakAway(int criticality, int breaks, Severity severity) {
        var scene = LinkScene.wellRun().filter(FilterState.NONE).reaching("erp", criticality, Distance.exactly(breaks));

        assertThat(judge(scene)).extracting(Finding::severity).containsExactly(severity);
    }

    @Test
    void namesTheNearestCrownJewel() {
        var scene = LinkScene.wellRun()
                .filter(FilterState.NONE)
                .reaching("erp", 90, Distance.exactly(1))
                .reaching("mes", 80, Distance.exactly(0));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.detail()).endsWith("from the other side, and MES is 0 breaks away.");
            assertThat(finding.evidence())
                    .containsEntry("target", "mes")
                    .containsEntry("targetKind", "ZONE")
                    .containsEntry("criticality", "80")
                    .containsEntry("breaks", "0");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = FilterState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "PLANNED"})
    void leavesEveryOtherStateToItsOwnRule(FilterState state) {
        assertThat(judge(LinkScene.wellRun().filter(state))).isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new UnfilteredLink().judge(scene.judged()).toList();
    }
}
