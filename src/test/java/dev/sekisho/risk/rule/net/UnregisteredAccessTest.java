package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.AssetSituation;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.TrafficScene;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnregisteredAccessTest {
    @Test
    void namesEveryRangeAndItsRuleOnce() {
        var traffic = TrafficScene.tidy()
                .lettingIn("203.0.113.0/24")
                .lettingIn("2001:db8:2::/48")
                .summary();

        assertThat(judge(LinkScene.wellRun().permitting(traffic)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("NET-11");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "The firewall between Yamato Sensors and the zone Vendor DMZ lets in 203.0.113.0/24 and"
                                            + " 2001:db8:2::/48, which nobody registered: tcp 198.51.100.7:40000 ->"
                                            + " 10.9.0.7:22.");
                    assertThat(finding.evidence())
                            .containsEntry("count", "2")
                            .containsEntry("links", "yamato-vpn")
                            .containsEntry(
                                    "unregisteredSources",
                                    "203.0.113.0/24 by line 30 old-partner: permit any 203.0.113.0/24 -> any,"
                                            + " 2001:db8:2::/48 by line 31 old-partner: permit any 2001:db8:2::/48 -> any");
                });
    }

    @Test
    void leavesItToTheLinkThatTellsForAll() {
        var traffic = TrafficScene.tidy().lettingIn("203.0.113.0/24").summary();

        assertThat(judge(LinkScene.wellRun().behindRulesToldElsewhere().permitting(traffic)))
                .isEmpty();
    }

    @Test
    void hasNothingToSayWhereEverySourceIsRegistered() {
        assertThat(judge(LinkScene.wellRun().permitting(TrafficScene.tidy().summary())))
                .isEmpty();
        assertThat(judge(LinkScene.wellRun())).isEmpty();
    }

    @Test
    void namesWhoRunsAHostWithoutAConnection() {
        var estate = LinkScene.wellRun().onHost(true).judged().estate();
        var run = estate.assets().get("relay").runBy("yamato");
        var rule = new UnregisteredAccess();

        assertThat(rule.judge(new AssetSituation(estate, LinkScene.TODAY, run, List.of(), true)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.ASSET, "relay"));
                    assertThat(finding.thirdParty()).isEqualTo("yamato");
                    assertThat(finding.detail())
                            .isEqualTo("Yamato Sensors runs the host Host relay, and no connection point says how they"
                                    + " come to it.");
                });
        assertThat(rule.judge(new AssetSituation(estate, LinkScene.TODAY, run, List.of(), false)))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new UnregisteredAccess().judge(scene.judged()).toList();
    }
}
