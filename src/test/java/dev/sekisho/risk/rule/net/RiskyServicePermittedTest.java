package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.TrafficScene;
import dev.sekisho.risk.traffic.rule.RiskyService;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskyServicePermittedTest {
    @Test
    void reportsAllServicesOfALinkTogether() {
        var found = judge(TrafficScene.tidy()
                .permitting(RiskyService.RDP, 3389)
                .permitting(RiskyService.SSH, 22)
                .permitting(RiskyService.DNS, 53));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("NET-05");
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.detail()).contains(" permits RDP, SSH and 1 more: ");
            assertThat(finding.evidence())
                    .containsEntry("services", "RDP, SSH, DNS")
                    .containsEntry("ports", "RDP 3389, SSH 22, DNS 53");
        });
    }

    @Test
    void isMediumWhereTheWorstServiceIs() {
        assertThat(judge(TrafficScene.tidy().permitting(RiskyService.SSH, 22).permitting(RiskyService.DNS, 53)))
                .extracting(Finding::severity)
                .containsExactly(Severity.MEDIUM);
    }

    @Test
    void showsThePacketAndTheRule() {
        assertThat(judge(TrafficScene.tidy().permitting(RiskyService.RDP, 3389)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail())
                            .isEqualTo("The firewall between Yamato Sensors and the zone Vendor DMZ permits RDP: tcp"
                                    + " 198.51.100.7:40000 -> 10.9.0.7:3389.");
                    assertThat(finding.evidence())
                            .containsEntry("services", "RDP")
                            .containsEntry("weight", "1.0")
                            .containsEntry("ports", "RDP 3389")
                            .containsEntry("witness", "tcp 198.51.100.7:40000 -> 10.9.0.7:3389")
                            .containsEntry("rule", "line 12 permit-web: permit tcp any -> 10.9.0.7 port 443");
                });
    }

    @Test
    void acceptsRulesThatPermitNone() {
        assertThat(judge(TrafficScene.tidy())).isEmpty();
    }

    @Test
    void needsRulesToJudge() {
        assertThat(new RiskyServicePermitted()
                        .judge(LinkScene.wellRun().withoutRuleSet().judged()))
                .isEmpty();
    }

    private static List<Finding> judge(TrafficScene traffic) {
        return new RiskyServicePermitted()
                .judge(LinkScene.wellRun().permitting(traffic.summary()).judged())
                .toList();
    }
}
