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

class CrownReachableNowTest {
    @Test
    void reportsTheCrownJewelsThatNeedNoBreakTogether() {
        var scene = LinkScene.wellRun()
                .reaching("erp", 80, Distance.exactly(0))
                .reaching("hr", 90, Distance.exactly(1))
                .reaching("mes", 100, Distance.exactly(0));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-01");
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo("Yamato Sensors reaches ERP and MES through the zone Vendor DMZ without a single further"
                            + " break.");
            assertThat(finding.evidence())
                    .containsEntry("target", "erp")
                    .containsEntry("breaks", "0")
                    .containsEntry("count", "2")
                    .containsEntry("targets", "erp, mes");
        });
    }

    @Test
    void staysShortWhereThereAreMany() {
        var scene = LinkScene.wellRun();
        for (int i = 0; i < 25; i++) {
            scene.reaching("m" + i, 90, Distance.exactly(0));
        }

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.detail()).contains("reaches M0, M1 and 23 more through");
            assertThat(finding.evidence())
                    .containsEntry("count", "25")
                    .hasEntrySatisfying("targets", all -> assertThat(all).endsWith("m19 and 5 more"));
        });
    }

    @Test
    void namesTheWay() {
        assertThat(judge(LinkScene.wellRun().reaching("erp", 90, Distance.exactly(0))))
                .extracting(Finding::detail)
                .containsExactly(
                        "Yamato Sensors reaches ERP through the zone Vendor DMZ without a single further break.");
    }

    /** Rules may let one land in another zone than that of the link. */
    @Test
    void saysWhereOneLands() {
        assertThat(judge(LinkScene.wellRun().reaching("vendor-dmz", 90, Distance.exactly(0))))
                .extracting(Finding::detail)
                .containsExactly(
                        "Yamato Sensors reaches VENDOR-DMZ straight over Yamato VPN, with no zone in between without a single further break.");
        assertThat(judge(LinkScene.wellRun().landingIn("erp", 0).reaching("erp", 90, Distance.exactly(0))))
                .extracting(Finding::detail)
                .containsExactly(
                        "Yamato Sensors reaches ERP straight over Yamato VPN, with no zone in between without a single further break.");
    }

    /** Which of several zones the way leads through is not told apart. */
    @Test
    void namesNoZoneWhereItMayBeAnother() {
        var scene = LinkScene.wellRun().reaching("erp", 90, Distance.exactly(0));

        assertThat(judge(scene.landingIn("erp", 1)))
                .extracting(Finding::detail)
                .containsExactly("Yamato Sensors reaches ERP over Yamato VPN without a single further break.");
        assertThat(judge(scene.landingIn("erp", 0).reaching("mes", 90, Distance.exactly(0))))
                .extracting(Finding::detail)
                .containsExactly("Yamato Sensors reaches ERP and MES over Yamato VPN without a single further break.");
    }

    @ParameterizedTest
    @CsvSource({"79, 0", "80, 1", "100, 2"})
    void acceptsLesserOrFartherTargets(int criticality, int breaks) {
        assertThat(judge(LinkScene.wellRun().reaching("erp", criticality, Distance.exactly(breaks))))
                .isEmpty();
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().reaching("erp", 90, Distance.exactly(0))))
                .isEmpty();
    }

    @Test
    void reportsOnceAThirdPartyWhatItReachesOverNoConnectionPoint() {
        var scene = PartyScene.yamato()
                .running("pump", 90_000, crown("erp", 0), crown("mes", 1))
                .supplying("plant", false, crown("mes", 0))
                .lent("msp", "msp-vpn", crown("hr", 1));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-01");
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.THIRD_PARTY, "yamato"));
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo("Yamato Sensors reaches erp and mes without a single further break, over no connection"
                            + " point of its own: over the host pump that it runs, and with its software in the zone"
                            + " plant.");
            assertThat(finding.evidence())
                    .containsEntry("targets", "erp, mes")
                    .containsEntry("breaks", "0")
                    .containsEntry("ways", "ASSET pump into zone plant, THIRD_PARTY yamato into zone plant");
        });
    }

    @Test
    void isAcceptedForTheWaysThereAreAndNotForMore() {
        var rule = new CrownReachableNow();
        var one = rule.scope(
                PartyScene.yamato().running("pump", 0, crown("erp", 0)).judged(), "");
        var two = rule.scope(
                PartyScene.yamato()
                        .running("pump", 0, crown("erp", 0))
                        .running("valve", 0, crown("erp", 0), crown("mes", 1))
                        .judged(),
                "");

        assertThat(two.beyond(one)).containsExactly("way ASSET valve into zone plant");
        assertThat(one.beyond(two)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, Orders of ten years at Kumo Cloud can be reached without a single further break: Kumo Cloud says that"
                + " somebody has broken in there.",
        "false, Orders of ten years at Kumo Cloud can be reached without a single further break: a flaw in software it"
                + " runs on there opens the way."
    })
    void reportsWhatIsHeldWhereItIsOpen(boolean told, String detail) {
        var scene = HoldingScene.orders().worth(80).away(Distance.exactly(0));

        assertThat(judge(told ? scene.brokenInto() : scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-01");
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.DATA_HOLDING, "orders"));
            assertThat(finding.thirdParty()).isEqualTo("kumo");
            assertThat(finding.detail()).isEqualTo(detail);
            assertThat(finding.evidence()).containsEntry("target", "orders").containsEntry("breaks", "0");
        });
    }

    @Test
    void leavesWhatIsHeldToTheHolding() {
        assertThat(judge(PartyScene.yamato().holding("orders", crown("orders", 0))))
                .isEmpty();
        assertThat(judge(HoldingScene.orders().worth(79).away(Distance.exactly(0))))
                .isEmpty();
        assertThat(judge(HoldingScene.orders().worth(null).away(Distance.exactly(1))))
                .isEmpty();
        assertThat(judge(HoldingScene.orders().worth(null).away(Distance.NONE))).isEmpty();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new CrownReachableNow().judge(scene.judged()).toList();
    }

    private static List<Finding> judge(HoldingScene scene) {
        return new CrownReachableNow().judge(scene.judged()).toList();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new CrownReachableNow().judge(scene.judged()).toList();
    }
}
