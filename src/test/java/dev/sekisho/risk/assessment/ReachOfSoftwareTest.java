package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.assessment.Islands.installation;
import static dev.sekisho.risk.assessment.Islands.match;
import static dev.sekisho.risk.assessment.Islands.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.score.Flaw;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Reach;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From where a flaw can be reached: on a host of the landing zone, in the zone behind it, on the box at the link. */
class ReachOfSoftwareTest {
    private static final String LANDED = "server-a";
    private static final String INSIDE = "inside-a";
    private static final String BOX = "box-a";

    @Test
    void isTheThirdPartyWhereItsLinkLands() {
        Flaw flaw = flaw(LANDED, island -> island);

        assertThat(flaw.reach()).isEqualTo(Reach.THIRD_PARTY);
        assertThat(flaw.exposed()).isFalse();
        assertThat(flaw.reachableBy()).containsExactly("party-a");
    }

    @Test
    void isInsideBehindAFilterOfOurOwn() {
        Flaw flaw = flaw(INSIDE, island -> island);

        assertThat(flaw.reach()).isEqualTo(Reach.INTERNAL);
        assertThat(flaw.reachableBy()).containsExactly("party-a");
    }

    @Test
    void isNobodyBehindLinksThatLetNothingThrough() {
        Flaw flaw = flaw(INSIDE, island -> island.add(Islands.link("a", RuleSet.of())));

        assertThat(flaw.reach()).isEqualTo(Reach.ISOLATED);
        assertThat(flaw.reachableBy()).isEmpty();
    }

    @Test
    void isNobodyBehindALinkThatIsCut() {
        UnaryOperator<Estate.Builder> cut =
                island -> island.add(point("a").in(LinkState.CUT_VERIFIED).build());

        assertThat(flaw(LANDED, cut).reach()).isEqualTo(Reach.ISOLATED);
        assertThat(flaw(LANDED, cut).reachableBy()).isEmpty();
        assertThat(flaw(LANDED, cut).exposed()).isFalse();
    }

    @Test
    void isTheThirdPartyBehindALinkOfOursWithoutAFilter() {
        Flaw flaw =
                flaw(INSIDE, island -> island.add(Islands.link("a", RuleSet.of().orElse(Action.PERMIT))));

        assertThat(flaw.reach()).isEqualTo(Reach.THIRD_PARTY);
    }

    @Test
    void isExposedThroughNextToNoFilter() {
        UnaryOperator<Estate.Builder> wide =
                island -> island.add(point("a").permitting(half("10.1.0.0/24")).build());

        assertThat(flaw(LANDED, wide).exposed()).isTrue();
        assertThat(flaw(INSIDE, wide).exposed()).isFalse();
        assertThat(flaw(INSIDE, island -> wide.apply(island).add(Islands.link("a", half("10.1.1.0/24"))))
                        .exposed())
                .isTrue();
    }

    @Test
    void isExposedWhereverRulesWithNextToNoFilterLead() {
        UnaryOperator<Estate.Builder> open =
                island -> island.add(point("a").open().build());

        assertThat(flaw(LANDED, open).exposed()).isTrue();
        assertThat(flaw(INSIDE, open).exposed()).isTrue();
    }

    private static RuleSet half(String addresses) {
        return RuleSet.of(Rule.permit().to(addresses).tcp("1-30000"));
    }

    @ParameterizedTest
    @CsvSource({"DMZ, true", "UNKNOWN, true", "OFFICE, false", "PRODUCTION, false"})
    void isTheInternetInAZoneThatFacesIt(Environment environment, boolean exposed) {
        Flaw flaw = flaw(LANDED, island -> island.add(outer(environment)));

        assertThat(flaw.exposed()).isEqualTo(exposed);
    }

    private static Zone outer(Environment environment) {
        Zone zone = Islands.build().zones().get("outer-a");
        return zone.with(zone.classification().with(environment));
    }

    @ParameterizedTest
    @CsvSource({"INTERNET, true", "INTERNET_VPN, true", "UNKNOWN, true", "IP_VPN, false", "DEDICATED_ENCRYPTED, false"})
    void isTheInternetAtABoxWhoseLinkItCarries(Transport transport, boolean exposed) {
        Flaw flaw = flaw(BOX, island -> island.add(point("a").over(transport).build()));

        assertThat(flaw.reach()).isEqualTo(Reach.THIRD_PARTY);
        assertThat(flaw.exposed()).isEqualTo(exposed);
    }

    @Test
    void isTheThirdPartyAtABoxThatLetsNothingThrough() {
        Flaw flaw = flaw(BOX, island -> island.add(point("a").shut().build()));

        assertThat(flaw.reach()).isEqualTo(Reach.THIRD_PARTY);
        assertThat(flaw.exposed()).isFalse();
        assertThat(flaw.reachableBy()).containsExactly("party-a");
    }

    @Test
    void isExposedAtABoxThatFiltersNextToNothingOrStandsBeforeAZoneThatIs() {
        assertThat(flaw(BOX, island -> island.add(point("a").open().build())).exposed())
                .isTrue();
        assertThat(flaw(BOX, island -> island.add(outer(Environment.DMZ))).exposed())
                .isTrue();
    }

    @Test
    void isWhoeverReachesTheZoneBehindABoxAsWell() {
        Flaw flaw = flaw(BOX, island -> island.add(new PointDraft("point-0", "party-b", "outer-a").build()));

        assertThat(flaw.reachableBy()).containsExactly("party-a", "party-b");
    }

    @Test
    void isAsBehindItAtABoxWhoseLinkIsDown() {
        Flaw flaw = flaw(
                BOX,
                island -> island.add(point("a").in(LinkState.RETIRED).build())
                        .add(Islands.host("a", null, null))
                        .add(new PointDraft("point-0", "party-b", "outer-a").build()));

        assertThat(flaw.reach()).isEqualTo(Reach.THIRD_PARTY);
        assertThat(flaw.reachableBy()).containsExactly("party-b");
    }

    @Test
    void isExposedWhereSomebodyRunsAHostOverAConnectionNobodyRegistered() {
        UnaryOperator<Estate.Builder> unregistered =
                island -> island.add(point("a").in(LinkState.RETIRED).build());

        assertThat(flaw(LANDED, unregistered).reach()).isEqualTo(Reach.THIRD_PARTY);
        assertThat(flaw(LANDED, unregistered).exposed()).isTrue();
        assertThat(flaw(LANDED, unregistered).reachableBy()).containsExactly("party-a");
        assertThat(flaw(INSIDE, unregistered).exposed()).isFalse();
        assertThat(flaw(INSIDE, island -> unregistered.apply(island).add(Islands.link("a", half("10.1.1.0/24"))))
                        .exposed())
                .isTrue();
    }

    /** The tool is in use there, and its supplier comes with it as soon as somebody may have broken in at the supplier. */
    @ParameterizedTest
    @CsvSource({"NONE, ISOLATED", "SUSPECTED, THIRD_PARTY", "COMPROMISED, THIRD_PARTY"})
    void isTheSupplierBehindALinkThatIsCutOnceItMayBeBrokenInto(Notice notice, Reach reach) {
        UnaryOperator<Estate.Builder> told = island ->
                suppliedOnly(island).add(Islands.party("a").with(notice)).add(worker("sub", "party-a"));

        assertThat(flaw(LANDED, told).reach()).isEqualTo(reach);
        assertThat(flaw(LANDED, told).exposed()).isFalse();
        assertThat(flaw(LANDED, told).reachableBy())
                .containsExactlyElementsOf(notice == Notice.NONE ? List.of() : List.of("party-a", "sub"));
    }

    @Test
    void isTheSupplierWhoseSubcontractorIsBrokenInto() {
        UnaryOperator<Estate.Builder> told =
                island -> suppliedOnly(island).add(worker("sub", "party-a").with(Notice.COMPROMISED));

        assertThat(flaw(LANDED, told).reach()).isEqualTo(Reach.THIRD_PARTY);
        assertThat(flaw(LANDED, told).exposed()).isFalse();
    }

    private static Estate.Builder suppliedOnly(Estate.Builder island) {
        return island.add(point("a").in(LinkState.CUT_VERIFIED).build()).add(Islands.host("a", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {LANDED, INSIDE, BOX})
    void isWhoeverWorksForTheThirdPartyAsWell(String installation) {
        UnaryOperator<Estate.Builder> workers =
                island -> island.add(worker("sub", "party-a")).add(worker("subsub", "sub"));

        assertThat(flaw(installation, workers).reachableBy()).containsExactly("party-a", "sub", "subsub");
        assertThat(flaw(installation, workers).exposed())
                .isEqualTo(flaw(installation, island -> island).exposed());
        assertThat(flaw(
                                BOX,
                                island -> workers.apply(island)
                                        .add(point("a").shut().build()))
                        .reachableBy())
                .containsExactly("party-a", "sub", "subsub");
    }

    private static ThirdParty worker(String key, String parent) {
        ThirdParty like = Islands.party("a");
        return new ThirdParty(key, key, like.kind(), 50, parent, like.diligence(), like.state(), like.notice());
    }

    private static Flaw flaw(String installation, UnaryOperator<Estate.Builder> change) {
        Estate.Builder island = Islands.build().toBuilder()
                .add(installation(INSIDE, "tool-a", new Place(Place.Kind.ZONE, "inner-a"), UseState.IN_USE))
                .add(match(INSIDE, "flaw-a", RandomEstate.TODAY));
        Estate estate = change.apply(island).build();
        return Assessment.of(estate, RandomEstate.TODAY, Models.CURRENT, List.of(), null)
                .flawsOf(installation)
                .get(0);
    }
}
