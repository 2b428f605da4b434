package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.TrafficScene;
import dev.sekisho.risk.traffic.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleAnomalyTest {
    private static final Rule PERMIT = Rule.permit().tcp("443").at(7, "");
    private static final Rule DENY = Rule.deny().tcp("22").at(9, "no-ssh");

    @Test
    void isLowForRulesThatChangeNothing() {
        assertThat(judge(TrafficScene.tidy().redundant(PERMIT).redundant(DENY)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("NET-08");
                    assertThat(finding.severity()).isEqualTo(Severity.LOW);
                    assertThat(finding.cause()).isEmpty();
                    assertThat(finding.detail())
                            .isEqualTo("The firewall between Yamato Sensors and the zone Vendor DMZ has rules without"
                                    + " effect: 0 can never match, and 2 could go without any change.");
                    assertThat(finding.evidence())
                            .containsEntry("shadowed", "")
                            .containsEntry(
                                    "redundant",
                                    "line 7: permit tcp any -> any port 443, line 9 no-ssh: deny tcp any -> any port 22");
                });
    }

    @Test
    void isLowForAShadowedPermit() {
        assertThat(judge(TrafficScene.tidy().shadowed(PERMIT)))
                .extracting(Finding::severity)
                .containsExactly(Severity.LOW);
    }

    @Test
    void isMediumForAShadowedDeny() {
        assertThat(judge(TrafficScene.tidy().shadowed(PERMIT).shadowed(DENY)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.detail())
                            .endsWith(
                                    ": 2 can never match, among them one that was meant to deny, and 0 could go without any change.");
                    assertThat(finding.evidence().get("shadowed")).contains("line 9 no-ssh: deny tcp");
                });
    }

    @Test
    void needsNoAddressesToJudge() {
        assertThat(judge(TrafficScene.tidy().measuredAgainstNothing().shadowed(PERMIT)))
                .hasSize(1);
    }

    @Test
    void acceptsRulesThatAllMatter() {
        assertThat(judge(TrafficScene.tidy())).isEmpty();
    }

    @Test
    void needsRulesToJudge() {
        assertThat(new RuleAnomaly().judge(LinkScene.wellRun().withoutRuleSet().judged()))
                .isEmpty();
    }

    private static List<Finding> judge(TrafficScene traffic) {
        return new RuleAnomaly()
                .judge(LinkScene.wellRun().permitting(traffic.summary()).judged())
                .toList();
    }
}
