package dev.sekisho.risk.rule.path;

import static dev.sekisho.risk.rule.PartyScene.crown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.HoldingScene;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.PartyScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneBreakFromCrownTest {
    @ParameterizedTest
    @CsvSource({"0, HIGH, 0.000", "69999, HIGH, 69.999", "70000, CRITICAL, 70.000", "100000, CRITICAL, 100.000"})
    void growsWithTheExposureOfTheLink(int exposureMilli, Severity severity, String exposure) {
        var scene = LinkScene.wellRun().exposed(exposureMilli).reaching("erp", 80, Distance.exactly(1));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-02");
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo("One break is enough for Yamato Sensors to reach ERP through the zone Vendor DMZ.");
            assertThat(finding.evidence())
                    .containsEntry("breaks", "1")
                    .containsEntry("target", "erp")
                    .containsEntry("targets", "erp")
                    .containsEntry("exposure", exposure);
        });
    }

    /** Rules may let one land in another zone than that of the link. */
    @Test
    void saysWhereOneLands() {
        assertThat(judge(LinkScene.wellRun().reaching("vendor-dmz", 90, Distance.exactly(1))))
                .extracting(Finding::detail)
                .containsExactly(
                        "One break is enough for Yamato Sensors to reach VENDOR-DMZ straight over Yamato VPN, with no zone in between.");
        assertThat(judge(LinkScene.wellRun().landingIn("erp", 1).reaching("erp", 90, Distance.exactly(1))))
                .extracting(Finding::detail)
                .containsExactly(
                        "One break is enough for Yamato Sensors to reach ERP straight over Yamato VPN, with no zone in between.");
    }

    /** Which of several zones the way leads through is not told apart. */
    @Test
    void namesNoZoneWhereItMayBeAnother() {
        var scene = LinkScene.wellRun().reaching("erp", 90, Distance.exactly(1));

        assertThat(judge(scene.landingIn("erp", 2)))
                .extracting(Finding::detail)
                .containsExactly("One break is enough for Yamato Sensors to reach ERP over Yamato VPN.");
        assertThat(judge(scene.landingIn("erp", 1).reaching("mes", 90, Distance.exactly(1))))
                .extracting(Finding::detail)
                .containsExactly("One break is enough for Yamato Sensors to reach ERP and MES over Yamato VPN.");
    }

    @ParameterizedTest
    @CsvSource({"79, 1", "80, 0", "80, 2"})
    void looksAtCrownJewelsExactlyOneBreakAway(int criticality, int breaks) {
        assertThat(judge(LinkScene.wellRun().reaching("erp", criticality, Distance.exactly(breaks))))
                .isEmpty();
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().reaching("erp", 90, Distance.exactly(1))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"69999, HIGH", "70000, CRITICAL"})
    void reportsOnceAThirdPartyWhatItReachesOverNoConnectionPoint(int exposureMilli, Severity severity) {
        var scene = PartyScene.yamato()
                .running("pump", exposureMilli, crown("erp", 1), crown("hr", 0))
                .supplying("plant", false, crown("mes", 1))
                .lent("msp", "msp-vpn", crown("scm", 1), crown("hr", 1));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-02");
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.THIRD_PARTY, "yamato"));
            assertThat(finding.detail())
                    .isEqualTo("One break is enough for Yamato Sensors to reach erp and scm over no connection point of"
                            + " its own: over the host pump that it runs, and through msp, for whom it works.");
            assertThat(finding.evidence())
                    .containsEntry("targets", "erp, scm")
                    .containsEntry("breaks", "1")
                    .containsEntry(
                            "ways",
                            "ASSET pump into zone plant, CONNECTION_POINT msp-vpn into zone office through msp");
        });
    }

    @Test
    void leavesWhatIsSuppliedAndHeldToOthers() {
        assertThat(judge(PartyScene.yamato()
                        .supplying("plant", true, crown("mes", 1))
                        .holding("orders", crown("orders", 1))))
                .isEmpty();
    }

    @Test
    void reportsWhatIsHeld() {
        assertThat(judge(HoldingScene.orders().worth(80))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-02");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.DATA_HOLDING, "orders"));
            assertThat(finding.detail()).isEqualTo("One break at Kumo Cloud is enough to reach Orders of ten years.");
        });
        assertThat(judge(HoldingScene.orders().worth(null))).hasSize(1);
        assertThat(judge(HoldingScene.orders().worth(79))).isEmpty();
        assertThat(judge(HoldingScene.orders().worth(80).away(Distance.exactly(0))))
                .isEmpty();
        assertThat(judge(HoldingScene.orders().worth(80).away(Distance.NONE))).isEmpty();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new OneBreakFromCrown().judge(scene.judged()).toList();
    }

    private static List<Finding> judge(HoldingScene scene) {
        return new OneBreakFromCrown().judge(scene.judged()).toList();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new OneBreakFromCrown().judge(scene.judged()).toList();
    }
}
