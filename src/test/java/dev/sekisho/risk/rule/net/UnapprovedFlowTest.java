package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.TrafficScene;
import dev.sekisho.risk.traffic.rule.Flow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnapprovedFlowTest {
    private static final Flow WEB = Flow.tcp("198.51.100.0/24", "10.9.0.7", "443");
    private static final LocalDate EXPIRY = LinkScene.TODAY.plusYears(1);

    @Test
    void reportsPermittedTrafficNobodyApprovedOnce() {
        var traffic = TrafficScene.tidy().unapproved(22).unapproved(80).summary();

        assertThat(judge(LinkScene.wellRun().permitting(traffic)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("NET-06");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.cause()).isEqualTo("traffic");
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "The firewall between Yamato Sensors and the zone Vendor DMZ permits traffic that nobody"
                                            + " approved: tcp 198.51.100.7:40000 -> 10.9.0.7:22.");
                    assertThat(finding.evidence())
                            .containsEntry("witness", "tcp 198.51.100.7:40000 -> 10.9.0.7:22")
                            .containsKey("rule");
                    assertThat(finding.evidence().get("unapproved")).contains("10.9.0.7:22 ", "10.9.0.7:80 ");
                });
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "-, orders, 2027-01-01, ', no owner'",
                "sales, -, 2027-01-01, ', no need'",
                "sales, orders, -, ', no expiry'",
                "-, -, -, ', no owner, no need, no expiry'"
            },
            nullValues = "-")
    void reportsAnApprovalThatLacksSomething(String owner, String need, LocalDate expiry, String lacks) {
        var scene = LinkScene.wellRun().withoutRuleSet().approving(new ApprovedFlow(WEB, owner, need, expiry));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.cause()).isEqualTo("approvals");
            assertThat(finding.detail())
                    .isEqualTo(
                            "Between Yamato Sensors and the zone Vendor DMZ 1 approved flow is without an owner, a need"
                                    + " or an expiry: " + WEB + lacks + ".");
            assertThat(finding.evidence()).containsEntry("incomplete", WEB + lacks);
        });
    }

    @Test
    void countsTheIncompleteApprovals() {
        var scene = LinkScene.wellRun()
                .approving(new ApprovedFlow(WEB, "sales", "orders", EXPIRY))
                .approving(new ApprovedFlow(WEB, null, "orders", EXPIRY))
                .approving(new ApprovedFlow(WEB, null, "orders", EXPIRY));

        assertThat(judge(scene))
                .extracting(Finding::detail)
                .singleElement()
                .asString()
                .contains(" 2 approved flows are without an owner");
    }

    @Test
    void tellsTrafficAndApprovalsApart() {
        var scene = LinkScene.wellRun()
                .permitting(TrafficScene.tidy().unapproved(22).summary())
                .approving(new ApprovedFlow(WEB, null, null, null));

        assertThat(judge(scene)).extracting(Finding::cause).containsExactly("traffic", "approvals");
    }

    @Test
    void acceptsApprovedTraffic() {
        var scene = LinkScene.wellRun()
                .permitting(TrafficScene.tidy().summary())
                .approving(new ApprovedFlow(WEB, "sales", "orders", EXPIRY));

        assertThat(judge(scene)).isEmpty();
    }

    @Test
    void needsAddressesToJudgeTraffic() {
        var traffic =
                TrafficScene.tidy().unapproved(22).measuredAgainstNothing().summary();

        assertThat(judge(LinkScene.wellRun().permitting(traffic))).isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new UnapprovedFlow().judge(scene.judged()).toList();
    }
}
