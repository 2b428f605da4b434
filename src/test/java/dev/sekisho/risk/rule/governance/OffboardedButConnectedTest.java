package dev.sekisho.risk.rule.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ZoneState;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.PartyScene;
import dev.sekisho.risk.rule.ZoneScene;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffboardedButConnectedTest {
    @Test
    void reportsEachConnectionThatOutlivesTheRelation() {
        var scene = PartyScene.yamato()
                .offboarded()
                .connected("vpn", LinkState.ACTIVE)
                .connected("line", LinkState.CUT_DECLARED);

        assertThat(judge(scene))
                .allSatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("GOV-05");
                    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.THIRD_PARTY, "yamato"));
                    assertThat(finding.thirdParty()).isEqualTo("yamato");
                    assertThat(finding.connectionPoint()).isEqualTo(finding.cause());
                    assertThat(finding.zone()).isEqualTo("vendor-dmz");
                    assertThat(finding.organization()).isEqualTo("works");
                })
                .extracting(Finding::cause)
                .containsExactly("vpn", "line");
    }

    @Test
    void saysWhetherTheCutWasDeclared() {
        var scene = PartyScene.yamato()
                .offboarded()
                .connected("vpn", LinkState.ACTIVE)
                .connected("line", LinkState.CUT_DECLARED);

        assertThat(judge(scene))
                .extracting(Finding::detail)
                .containsExactly(
                        "Yamato Sensors is offboarded, but its connection Line vpn is still up.",
                        "Yamato Sensors is offboarded, but its connection Line line is still up; its cut was declared, but"
                                + " not verified.");
        assertThat(judge(scene))
                .extracting(finding -> finding.evidence().get("state"))
                .containsExactly("ACTIVE", "CUT_DECLARED");
    }

    @Test
    void reportsOnceEveryWayThatIsNoConnection() {
        var scene = PartyScene.yamato()
                .offboarded()
                .connected("vpn", LinkState.ACTIVE)
                .running("pump", 0)
                .running("valve", 0)
                .supplying("plant", true)
                .supplying("lab", true)
                .holding("orders")
                .lent("msp", "msp-vpn");

        assertThat(judge(scene)).extracting(Finding::cause).containsExactly("vpn", "");
        assertThat(judge(scene)).last().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GOV-05");
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.THIRD_PARTY, "yamato"));
            assertThat(finding.connectionPoint()).isNull();
            assertThat(finding.detail())
                    .isEqualTo(
                            "Yamato Sensors is offboarded, but still gets in over no connection point of its own: over"
                                    + " the hosts pump and valve that it runs, and with its software in the zones plant and lab,"
                                    + " and to what it holds, orders, and through msp, for whom it works.");
            assertThat(finding.evidence())
                    .containsEntry("count", "6")
                    .hasEntrySatisfying(
                            "ways",
                            ways -> assertThat(ways)
                                    .contains(
                                            "DATA_HOLDING orders",
                                            "CONNECTION_POINT msp-vpn into zone office through msp"));
        });
    }

    @Test
    void acceptsOtherWaysOfAnActiveThirdParty() {
        assertThat(judge(PartyScene.yamato().running("pump", 0).holding("orders")))
                .isEmpty();
    }

    @Test
    void isAcceptedForTheOtherWaysThereAreAndNotForMore() {
        var rule = new OffboardedButConnected();
        var scene = PartyScene.yamato()
                .offboarded()
                .connected("vpn", LinkState.ACTIVE)
                .holding("orders");
        var accepted = rule.scope(scene.judged(), "");
        var point = rule.scope(scene.judged(), "vpn");
        scene.running("pump", 0);

        assertThat(rule.scope(scene.judged(), "").beyond(accepted)).containsExactly("way ASSET pump into zone plant");
        assertThat(rule.scope(scene.judged(), "vpn").beyond(point)).isEmpty();
    }

    @Test
    void acceptsAnOffboardedThirdPartyWithoutConnections() {
        assertThat(judge(PartyScene.yamato().offboarded())).isEmpty();
    }

    @Test
    void acceptsTheConnectionsOfAnActiveThirdParty() {
        assertThat(judge(PartyScene.yamato().connected("vpn", LinkState.ACTIVE)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"RETIRING, is being retired", "RETIRED, is retired"})
    void reportsOnceAZoneThatGoesOutOfUseAndIsStillConnected(ZoneState state, String words) {
        var scene = ZoneScene.vendorDmz()
                .inState(state)
                .stillConnectedOver(LinkScene.wellRun(), LinkScene.wellRun().insideTheHouse());

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GOV-05");
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.ZONE, "vendor-dmz"));
            assertThat(finding.detail())
                    .isEqualTo("The zone Vendor DMZ " + words + ", but 2 links of it are still up.");
            assertThat(finding.evidence())
                    .containsEntry("state", state.name())
                    .containsEntry("links", "CONNECTION_POINT yamato-vpn, ZONE_LINK office-dmz");
        });
    }

    @Test
    void acceptsAZoneForTheLinksItHasAndNotForMore() {
        var rule = new OffboardedButConnected();
        var one = ZoneScene.vendorDmz().inState(ZoneState.RETIRED).stillConnectedOver(LinkScene.wellRun());
        var accepted = rule.scope(one.judged(), "");

        assertThat(rule.scope(one.judged(), "").beyond(accepted)).isEmpty();
        assertThat(rule.scope(
                                one.stillConnectedOver(LinkScene.wellRun().insideTheHouse())
                                        .judged(),
                                "")
                        .beyond(accepted))
                .containsExactly("connected over ZONE_LINK office-dmz");
    }

    @Test
    void reportsARetiredZoneThirdPartiesLandInOtherwise() {
        Supplier<ZoneScene> scene =
                () -> ZoneScene.vendorDmz().inState(ZoneState.RETIRING).whereThirdPartiesLand();
        String otherwise = "third parties still land in it, by the rules of links elsewhere or on hosts they run.";

        assertThat(judge(scene.get()))
                .extracting(Finding::detail)
                .containsExactly("The zone Vendor DMZ is being retired, but " + otherwise);
        assertThat(judge(scene.get().stillConnectedOver(LinkScene.wellRun().insideTheHouse())))
                .extracting(Finding::detail)
                .containsExactly(
                        "The zone Vendor DMZ is being retired, but 1 link of it is still up, and " + otherwise);
        assertThat(judge(scene.get().stillConnectedOver(LinkScene.wellRun())))
                .extracting(Finding::detail)
                .containsExactly("The zone Vendor DMZ is being retired, but 1 link of it is still up.");
        assertThat(judge(ZoneScene.vendorDmz().whereThirdPartiesLand())).isEmpty();
    }

    @Test
    void acceptsARetiredZoneThatNothingConnects() {
        assertThat(judge(ZoneScene.vendorDmz().inState(ZoneState.RETIRED))).isEmpty();
    }

    private static List<Finding> judge(ZoneScene scene) {
        return new OffboardedButConnected().judge(scene.judged()).toList();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new OffboardedButConnected().judge(scene.judged()).toList();
    }
}
