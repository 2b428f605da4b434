package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.estate.Estates.EVE;
import static dev.sekisho.risk.estate.Estates.mitsubishiPower;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.DataExit;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.HeldData;
import dev.sekisho.risk.estate.Safeguards;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.ZoneState;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import dev.sekisho.risk.score.Models;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holdings, and zones that go out of use, through a whole assessment and step by step. */
class ZonesOutOfUseAndHoldingsTest {
    private static final String OFFICE = "office";
    private static final Subject HELD = new Subject(Subject.Kind.DATA_HOLDING, "logs");

    @Test
    void reportsWhatAThirdPartyHoldsUntilItProvesThatItIsDeleted() {
        Assessment held =
                assess(mitsubishiPower().with(b -> b.add(logs(DataExit.NONE))).build(), null);
        Assessment deleted = assess(
                held.estate().toBuilder().add(logs(new DataExit(null, EVE))).build(), held);

        assertThat(codes(held, HELD)).containsExactly("DATA-01", "DATA-02", "DATA-03", "PTH-02");
        assertThat(held.findings().stream().filter(finding -> finding.subject().equals(HELD)))
                .allSatisfy(finding -> assertThat(finding.thirdParty()).isEqualTo("msp"));
        assertThat(codes(deleted, HELD)).isEmpty();
    }

    @Test
    void reportsTheFlawsOfWhatRunsAtTheHolder() {
        var place = new Place(Place.Kind.DATA_HOLDING, "logs");
        Estate estate = mitsubishiPower()
                .withUnfixedFlaw()
                .with(b -> b.add(logs(DataExit.NONE))
                        .add(new Installation(
                                "there",
                                "MSP tool at the MSP",
                                "msp-tool",
                                new InstalledVersion("1.0", EVE),
                                place,
                                new Use(UseState.IN_USE, null),
                                List.of()))
                        .add(new Match("there", "OWN-1", Verdict.AFFECTED, "told by the vendor", null, null)))
                .build();
        Assessment assessment = assess(estate, null);

        assertThat(codes(assessment, new Subject(Subject.Kind.INSTALLATION, "there")))
                .contains("SW-03");
        assertThat(assessment.findings().stream()
                        .filter(finding -> finding.subject().key().equals("there")))
                .allSatisfy(finding -> {
                    assertThat(finding.thirdParty()).isEqualTo("msp");
                    assertThat(finding.zone()).isNull();
                    assertThat(finding.organization())
                            .isEqualTo(estate.dataHoldings().get("logs").organization());
                });
        assertThat(assessment.liveFlaws().map(flaw -> flaw.installation().key()))
                .contains("there");
    }

    @Test
    void seesThatTheHolderWasAssessedAtLast() {
        Assessment before =
                assess(mitsubishiPower().with(b -> b.add(logs(DataExit.NONE))).build(), null);
        ThirdParty msp = before.estate().thirdParties().get("msp");
        Assessment after = assess(
                before.estate().toBuilder()
                        .add(msp.with(msp.diligence().assessed(EVE)))
                        .build(),
                before);

        assertThat(codes(after, HELD)).containsExactly("DATA-01", "DATA-02", "PTH-02");
    }

    @Test
    void reportsAZoneOutOfUseUntilEveryLinkOfItIsCut() {
        Assessment inUse = assess(mitsubishiPower().build(), null);
        Estate retired = with(inUse.estate(), ZoneState.RETIRED);
        Assessment connected = assess(retired, inUse);
        Estate cut = retired.toBuilder()
                .add(retired.connectionPoints().get("msp-point").with(LinkState.CUT_VERIFIED))
                .build();
        Assessment half = assess(cut, connected);
        Assessment alone = assess(
                cut.toBuilder()
                        .add(cut.zoneLinks().get("office-to-group").with(LinkState.CUT_VERIFIED))
                        .build(),
                half);

        assertThat(offboarded(inUse)).isEmpty();
        assertThat(offboarded(connected))
                .extracting(finding -> finding.evidence().get("links"))
                .containsExactly("CONNECTION_POINT msp-point, ZONE_LINK office-to-group");
        assertThat(offboarded(half))
                .extracting(finding -> finding.evidence().get("links"))
                .containsExactly("ZONE_LINK office-to-group");
        assertThat(offboarded(alone)).isEmpty();
    }

    @Test
    void scoresAZoneOutOfUseLikeAnyOtherAsLongAsItIsConnected() {
        Estate estate = mitsubishiPower().build();
        Subject point = new Subject(Subject.Kind.CONNECTION_POINT, "msp-point");

        assertThat(assess(with(estate, ZoneState.RETIRED), null).score(point))
                .isEqualTo(assess(estate, null).score(point));
    }

    private static Estate with(Estate estate, ZoneState state) {
        Zone office = estate.zones().get(OFFICE);
        return estate.toBuilder().add(office.with(state)).build();
    }

    private static DataHolding logs(DataExit exit) {
        String organization = mitsubishiPower().build().zones().get(OFFICE).organization();
        return new DataHolding(
                "logs", "Logs of the plant", "msp", organization, HeldData.UNKNOWN, Safeguards.UNKNOWN, exit);
    }

    private static List<Finding> offboarded(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.code().equals("GOV-05"))
                .toList();
    }

    private static List<String> codes(Assessment assessment, Subject subject) {
        return assessment.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(Finding::code)
                .toList();
    }

    private static Assessment assess(Estate estate, @Nullable Assessment previous) {
        return Assessment.of(estate, EVE, Models.CURRENT, Catalogue.rules(), previous);
    }
}
