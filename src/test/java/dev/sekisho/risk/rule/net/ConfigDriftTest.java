package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigDriftTest {
    private static final Rule HTTPS = Rule.permit().to("10.9.0.7").tcp("443").at(3, "web");
    private static final Rule SSH = Rule.permit().to("10.9.0.8").tcp("22").at(9, "tmp-ssh");

    @Test
    void tellsOfTrafficThatWasGained() {
        assertThat(judge(RuleSet.of(HTTPS, SSH), RuleSet.of(HTTPS)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("NET-14");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.cause()).isEmpty();
                    assertThat(finding.detail())
                            .startsWith(
                                    "The firewall between Yamato Sensors and the zone Vendor DMZ permits traffic that its"
                                            + " approved rule set does not: tcp ")
                            .endsWith(" -> 10.9.0.8:22.");
                    assertThat(finding.evidence().get("witness")).endsWith("-> 10.9.0.8:22");
                    assertThat(finding.evidence().get("rule")).startsWith("line 9 tmp-ssh: permit tcp");
                    assertThat(finding.evidence()).containsEntry("removed", "");
                });
    }

    @Test
    void tellsOfTrafficThatWasLost() {
        assertThat(judge(RuleSet.of(HTTPS), RuleSet.of(HTTPS, SSH)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail()).contains(" blocks traffic that its approved rule set permits: tcp ");
                    assertThat(finding.evidence()).containsEntry("added", "");
                    assertThat(finding.evidence().get("removed")).contains("10.9.0.8:22");
                });
    }

    @Test
    void acceptsTheSameTrafficWrittenOtherwise() {
        var split = RuleSet.of(
                SSH,
                Rule.permit().to("10.9.0.7").tcp("443").at(1, "renamed"),
                Rule.permit().to("10.9.0.7").tcp("443"));

        assertThat(judge(split, RuleSet.of(HTTPS, SSH))).isEmpty();
    }

    @Test
    void tellsThatItCannotCompareRulesThatAreTooEntangled() {
        var endless = new RuleSet(Collections.nCopies(100_001, HTTPS), Action.DENY, List.of());

        assertThat(judge(endless, RuleSet.of(HTTPS))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.detail()).contains("too entangled to be compared");
            assertThat(finding.evidence()).containsEntry("added", "unknown").containsEntry("removed", "unknown");
        });
    }

    @Test
    void needsAnApprovedRuleSetAndOneInForce() {
        assertThat(judge(RuleSet.of(SSH), null)).isEmpty();
        assertThat(new ConfigDrift()
                        .judge(LinkScene.wellRun()
                                .withoutRuleSet()
                                .approvedAs(RuleSet.of())
                                .judged()))
                .isEmpty();
    }

    @Test
    void judgesLinksBetweenOurZonesToo() {
        var scene =
                LinkScene.wellRun().insideTheHouse().enforcing(RuleSet.of(SSH)).approvedAs(RuleSet.of());

        assertThat(new ConfigDrift().judge(scene.judged())).hasSize(1);
    }

    private static List<Finding> judge(RuleSet running, @Nullable RuleSet approved) {
        return new ConfigDrift()
                .judge(LinkScene.wellRun()
                        .enforcing(running)
                        .approvedAs(approved)
                        .judged())
                .toList();
    }
}
