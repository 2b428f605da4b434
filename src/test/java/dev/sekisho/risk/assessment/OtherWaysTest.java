package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.assessment.OtherWays.EVE;
import static dev.sekisho.risk.assessment.OtherWays.alone;
import static dev.sekisho.risk.assessment.OtherWays.assertSameFromScratch;
import static dev.sekisho.risk.assessment.OtherWays.assess;
import static dev.sekisho.risk.assessment.OtherWays.gone;
import static dev.sekisho.risk.assessment.OtherWays.host;
import static dev.sekisho.risk.assessment.OtherWays.logs;
import static dev.sekisho.risk.assessment.OtherWays.office;
import static dev.sekisho.risk.assessment.OtherWays.other;
import static dev.sekisho.risk.assessment.OtherWays.subcontractor;
import static dev.sekisho.risk.assessment.OtherWays.tool;
import static dev.sekisho.risk.estate.Estates.mitsubishiPower;
import static dev.sekisho.risk.estate.Estates.thirdParty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.DataExit;
import dev.sekisho.risk.estate.DataHolding;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.HeldData;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.Safeguards;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.software.Match;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What rules say of ways in that are no connection points, through a whole assessment and step by step. */
class OtherWaysTest {
    private static final Set<String> NEAR = Set.of("PTH-01", "PTH-02", "PTH-06");

    @Test
    void findsWhoRunsAHostNextToACrownJewelOverAConnectionNobodyRegistered() {
        Estates open = alone().with(b -> b.add(other()).add(host("pump", "other")));
        Estates walled = alone().with(b -> b.add(other()).add(host("pump", "other")))
                .withZoneFirewallAt("office-to-group", HTTPS)
                .with(b -> b.add(Estates.zone("office", "mhps", "10.1.0.0/16", 79)));

        assertThat(near(assess(open, null))).containsExactly("PTH-01 CRITICAL THIRD_PARTY other: office, group-office");
        assertThat(near(assess(walled, null))).containsExactly("PTH-02 CRITICAL THIRD_PARTY other: group-office");
    }

    private static final RuleSet HTTPS = Islands.httpsTo("10.2.0.0/16");

    @ParameterizedTest
    @EnumSource(LinkState.class)
    void leavesWhatARegisteredConnectionPointSaysToThat(LinkState state) {
        Estates scene = alone().with(b -> b.add(host("pump", "msp"))).withLinkState("msp-point", state);

        assertThat(near(assess(scene, null)))
                .hasSize(state == LinkState.CUT_VERIFIED ? 0 : 1)
                .allMatch(finding -> finding.contains(
                        state == LinkState.RETIRED
                                ? "PTH-01 CRITICAL THIRD_PARTY"
                                : "PTH-02 CRITICAL CONNECTION_POINT"));
    }

    /** The tool of the provider runs in the office; its whole company is open behind that. */
    @ParameterizedTest
    @CsvSource({
        "NONE, NONE, PTH-06 HIGH",
        "NONE, SUSPECTED, PTH-06 HIGH",
        "NONE, COMPROMISED, PTH-01 CRITICAL",
        "UNKNOWN, COMPROMISED, PTH-01 CRITICAL",
        "DENY_BY_DEFAULT, NONE, ",
        "DENY_BY_DEFAULT, COMPROMISED, PTH-06 MEDIUM"
    })
    void saysOnceHowNearACrownJewelIsToASupplier(Egress egress, Notice notice, @Nullable String found) {
        Estates scene = mitsubishiPower()
                .withLinkState("msp-point", LinkState.CUT_VERIFIED)
                .with(b -> b.add(thirdParty("msp", ThirdPartyKind.MSP).with(notice))
                        .add(office(egress)));

        assertThat(near(assess(scene, null)))
                .isEqualTo(found == null ? List.of() : List.of(found + " THIRD_PARTY msp: office, group-office"));
    }

    @ParameterizedTest
    @CsvSource({
        "80, NONE, PTH-02 HIGH",
        "79, NONE, ",
        ", NONE, PTH-02 HIGH",
        "80, COMPROMISED, PTH-01 CRITICAL",
        "79, COMPROMISED, "
    })
    void findsACrownJewelThatSomebodyHolds(@Nullable Integer criticality, Notice notice, @Nullable String found) {
        Estates scene = alone().with(b -> b.add(other().with(notice)).add(logs(criticality, null)));

        assertThat(near(assess(scene, null)))
                .isEqualTo(found == null ? List.of() : List.of(found + " DATA_HOLDING logs: logs"));
    }

    @Test
    void findsACrownJewelThatSomebodyHoldsOnSoftwareWithAFlaw() {
        Estates scene = mitsubishiPower()
                .withUnfixedFlaw()
                .withUseStopped(UseState.STOPPED_VERIFIED)
                .withLinkState("msp-point", LinkState.CUT_VERIFIED)
                .with(b -> b.add(other()).add(logs(90, null)).add(subcontractor("sub", "other")));
        Assessment before = assess(scene, null);
        Assessment after = assess(
                scene.with(b -> b.add(tool(new Place(Place.Kind.DATA_HOLDING, "logs"), UseState.IN_USE))
                        .add(new Match("tool", "OWN-1", Verdict.AFFECTED, "told by the vendor", null, null))),
                before);

        assertThat(near(before)).containsExactly("PTH-02 HIGH DATA_HOLDING logs: logs");
        assertThat(near(after))
                .containsExactlyInAnyOrder(
                        "PTH-01 CRITICAL DATA_HOLDING logs: logs", "PTH-02 HIGH THIRD_PARTY sub: logs");
        assertSameFromScratch(after);
    }

    @Test
    void findsASubcontractorOneBreakFromWhatIsOpenToWhomItWorksFor() {
        Estates scene = alone().with(b -> b.add(other())
                .add(host("pump", "other"))
                .add(subcontractor("sub", "other"))
                .add(subcontractor("subsub", "sub")));

        assertThat(near(assess(scene, null)))
                .containsExactly(
                        "PTH-01 CRITICAL THIRD_PARTY other: office, group-office",
                        "PTH-02 CRITICAL THIRD_PARTY sub: office, group-office");
    }

    @Test
    void findsASubcontractorOneBreakFromWhatAConnectionPointOfAnotherOpens() {
        Estates scene = mitsubishiPower().withUnfixedFlaw().with(b -> b.add(subcontractor("sub", "msp")));

        assertThat(near(assess(scene, null)))
                .contains("PTH-01 CRITICAL CONNECTION_POINT msp-point: office, group-office")
                .contains("PTH-02 CRITICAL THIRD_PARTY sub: office, group-office");
    }

    @Test
    void findsEveryWayOfWhoIsOffboarded() {
        Estates scene = mitsubishiPower()
                .withLinkState("msp-point", LinkState.RETIRED)
                .with(b -> b.add(gone("msp", null))
                        .add(new DataHolding(
                                "logs", "logs", "msp", "mhps", HeldData.UNKNOWN, Safeguards.UNKNOWN, DataExit.NONE)));
        Assessment all = assess(scene, null);
        Assessment runByOthers = assess(scene.with(b -> b.add(host("msp-unix", null))), all);
        Assessment stopped = assess(scene.withUseStopped(UseState.STOPPED_VERIFIED), runByOthers);
        Assessment deleted = assess(
                scene.with(b -> b.add(new DataHolding(
                        "logs", "logs", "msp", "mhps", HeldData.UNKNOWN, Safeguards.UNKNOWN, new DataExit(null, EVE)))),
                stopped);

        assertThat(offboarded(all))
                .containsExactly(
                        "ASSET msp-unix into zone office, THIRD_PARTY msp into zone office, DATA_HOLDING logs");
        assertThat(offboarded(runByOthers)).containsExactly("THIRD_PARTY msp into zone office, DATA_HOLDING logs");
        assertThat(offboarded(stopped)).containsExactly("DATA_HOLDING logs");
        assertThat(offboarded(deleted)).isEmpty();
        assertSameFromScratch(deleted);
    }

    @Test
    void findsThatWhoIsOffboardedStillComesThroughWhomItWorkedFor() {
        Estates scene =
                alone().with(b -> b.add(other()).add(host("pump", "other")).add(gone("sub", "other")));
        Assessment working = assess(scene, null);
        Assessment parted = assess(scene.with(b -> b.add(gone("sub", null))), working);

        assertThat(offboarded(working)).containsExactly("ASSET pump into zone office through other");
        assertThat(offboarded(parted)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 1"})
    void findsOneHolderOfManyCrownJewels(int holdings, int findings) {
        Estates scene = alone().with(b -> b.add(other()));
        for (int i = 1; i <= holdings; i++) {
            String key = "logs-" + i;
            scene.with(b -> b.add(
                    new DataHolding(key, key, "other", "mhps", HeldData.UNKNOWN, Safeguards.UNKNOWN, DataExit.NONE)));
        }

        assertThat(assess(scene, null).findings().stream()
                        .filter(finding -> finding.code().equals("PTH-04")))
                .hasSize(findings)
                .allSatisfy(finding -> {
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "Shortest routes of other to up to 5 zones, assets and data holdings of criticality"
                                            + " 80 or more break the same thing: the systems of other.");
                    assertThat(finding.evidence()).containsEntry("breaks", "holder:other");
                });
        assertThat(assess(scene, null).findings().stream()
                        .filter(finding -> finding.code().equals("GOV-06"))
                        .map(finding -> finding.severity() + " " + finding.detail()))
                .containsExactly((holdings < 5 ? "MEDIUM" : "HIGH") + " The routes of other lead to " + holdings
                        + " zones, assets and data holdings of criticality 80 or more.");
    }

    @Test
    void takesWhereSomebodyRunsAHostForAZoneThirdPartiesLandIn() {
        Estates scene = alone().with(b -> b.add(other()));
        Assessment before = assess(scene, null);
        Assessment after = assess(scene.with(b -> b.add(host("pump", "other"))), before);

        assertThat(landing(before)).containsExactly("group-office MEDIUM", "office MEDIUM");
        assertThat(landing(after)).containsExactly("group-office MEDIUM", "office HIGH");
    }

    private static List<String> landing(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding ->
                        finding.code().equals("NET-12") && finding.subject().kind() == Subject.Kind.ZONE)
                .map(finding -> finding.subject().key() + " " + finding.severity())
                .sorted()
                .toList();
    }

    /** Code, severity, subject and targets of what is near. */
    private static List<String> near(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> NEAR.contains(finding.code()))
                .map(finding -> finding.code() + " " + finding.severity() + " "
                        + finding.subject().kind() + " " + finding.subject().key() + ": "
                        + finding.evidence().get("targets"))
                .toList();
    }

    private static List<String> offboarded(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.code().equals("GOV-05"))
                .map(finding -> finding.evidence().get("ways"))
                .toList();
    }
}
