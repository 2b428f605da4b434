package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.ZoneScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EgressUncontrolledTest {
    @ParameterizedTest
    @CsvSource({"PARTIAL, MEDIUM", "BLOCKLIST, HIGH", "NONE, HIGH", "UNKNOWN, HIGH"})
    void weighsWhatMayLeaveTowardsAThirdParty(Egress egress, Severity severity) {
        assertThat(judge(LinkScene.wellRun().leaving(egress))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("NET-12");
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.evidence()).containsEntry("egress", egress.name());
        });
    }

    @ParameterizedTest
    @EnumSource(value = Egress.class, mode = EnumSource.Mode.EXCLUDE, names = "DENY_BY_DEFAULT")
    void isMediumOnAnInternalLink(Egress egress) {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().leaving(egress)))
                .extracting(Finding::severity)
                .containsExactly(Severity.MEDIUM);
    }

    @ParameterizedTest
    @CsvSource({
        "DENY_BY_DEFAULT, NONE, HIGH, NONE",
        "PARTIAL, UNKNOWN, HIGH, UNKNOWN",
        "DENY_BY_DEFAULT, PARTIAL, MEDIUM, PARTIAL",
        "NONE, PARTIAL, HIGH, NONE"
    })
    void takesTheWorseOfTheLinkAndItsZone(Egress link, Egress zone, Severity severity, Egress worse) {
        var scene = LinkScene.wellRun().leaving(link).into(ZoneScene.vendorDmz().leaving(zone));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.detail())
                    .startsWith(
                            worse == link
                                    ? "What leaves the zone Vendor DMZ towards Yamato Sensors is"
                                    : "What leaves the zone Vendor DMZ is");
            assertThat(finding.evidence())
                    .containsEntry("egress", worse.name())
                    .containsEntry("egressOfLink", link.name())
                    .containsEntry("egressOfZone", zone.name());
        });
    }

    @ParameterizedTest
    @EnumSource(value = Egress.class, mode = EnumSource.Mode.EXCLUDE, names = "DENY_BY_DEFAULT")
    void isMediumOnAZoneWhereNoThirdPartyLands(Egress egress) {
        assertThat(new EgressUncontrolled()
                        .judge(ZoneScene.vendorDmz().leaving(egress).judged()))
                .extracting(Finding::severity)
                .containsExactly(Severity.MEDIUM);
    }

    @ParameterizedTest
    @CsvSource({"PARTIAL, MEDIUM", "BLOCKLIST, HIGH", "NONE, HIGH", "UNKNOWN, HIGH"})
    void weighsAZoneWhereThirdPartiesLand(Egress egress, Severity severity) {
        var scene = ZoneScene.vendorDmz().whereThirdPartiesLand().leaving(egress);

        assertThat(new EgressUncontrolled().judge(scene.judged()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.ZONE, "vendor-dmz"));
                    assertThat(finding.zone()).isEqualTo("vendor-dmz");
                    assertThat(finding.organization()).isEqualTo("works");
                    assertThat(finding.evidence())
                            .containsEntry("egress", egress.name())
                            .containsEntry("thirdPartyLanding", "true");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "PARTIAL, is controlled only in part",
        "BLOCKLIST, 'is held by a blocklist alone, so every new address is open'",
        "NONE, is not controlled at all",
        "UNKNOWN, 'is controlled in a way nobody has stated, which counts as not at all'"
    })
    void saysHowItIsControlled(Egress egress, String words) {
        assertThat(judge(LinkScene.wellRun().leaving(egress)))
                .extracting(Finding::detail)
                .containsExactly("What leaves the zone Vendor DMZ towards Yamato Sensors " + words + ".");
        assertThat(new EgressUncontrolled()
                        .judge(ZoneScene.vendorDmz().leaving(egress).judged()))
                .extracting(Finding::detail)
                .containsExactly("What leaves the zone Vendor DMZ " + words + ".");
    }

    @Test
    void acceptsDenyByDefault() {
        assertThat(judge(LinkScene.wellRun().leaving(Egress.DENY_BY_DEFAULT))).isEmpty();
        assertThat(new EgressUncontrolled().judge(ZoneScene.vendorDmz().judged()))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new EgressUncontrolled().judge(scene.judged()).toList();
    }
}
