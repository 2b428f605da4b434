package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.assessment.Islands.host;
import static dev.sekisho.risk.assessment.Islands.installation;
import static dev.sekisho.risk.assessment.Islands.match;
import static dev.sekisho.risk.assessment.Islands.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.path.Ways;
import dev.sekisho.risk.score.Completion;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What has to be broken to get across a link, by what is known of it. */
class WaysInTest {
    private static final Place HOST = new Place(Place.Kind.ASSET, "host-a");
    private static final Place ELSEWHERE = new Place(Place.Kind.ZONE, "inner-b");
    private static final String OWN = "own:connection-point:point-a";
    private static final Place POINT = new Place(Place.Kind.CONNECTION_POINT, "point-a");

    @Test
    void leadThroughAProductOrAPasswordOrTheLinksOwnEnd() {
        assertThat(waysIn(island -> island)).isEqualTo(ways("product:tool-a", OWN, "password:group-a"));
    }

    @Test
    void leadThroughALoginWithRights() {
        assertThat(waysIn(island -> island.add(point("a").privileged().build())))
                .isEqualTo(ways("product:tool-a", OWN, "password:group-a", "credential:party-a+mfa:party-a"));
        assertThat(loggingInBy(Authentication.SINGLE_FACTOR))
                .isEqualTo(loggingInBy(Authentication.SHARED))
                .isEqualTo(loggingInBy(Authentication.MFA_WITH_EXEMPTIONS))
                .isEqualTo(ways("product:tool-a", OWN, "password:group-a", "credential:party-a"));
    }

    @Test
    void takeRightsForGrantedWhereNobodySaidThereAreNone() {
        ConnectionPoint unsaid = point("a").build().withRights(null);

        assertThat(waysIn(island -> island.add(unsaid)))
                .isEqualTo(waysIn(island -> island.add(point("a").privileged().build())));
    }

    @Test
    void knowNoLoginAmongMachines() {
        assertThat(loggingInBy(Authentication.MUTUAL_CERTIFICATE))
                .isEqualTo(loggingInBy(Authentication.PRE_SHARED_KEY))
                .isEqualTo(ways("product:tool-a", OWN, "password:group-a"));
    }

    @Test
    void areOpenWhereAnybodyMayLogInWithRights() {
        assertThat(loggingInBy(Authentication.NONE)).isEqualTo(Ways.OPEN);
        assertThat(loggingInBy(Authentication.UNKNOWN)).isEqualTo(Ways.OPEN);
        assertThat(waysIn(island ->
                        island.add(point("a").behind(Authentication.NONE).build())))
                .isEqualTo(ways("product:tool-a", OWN, "password:group-a"));
    }

    @Test
    void reuseNoPasswordThatNoHostShares() {
        assertThat(waysIn(island -> island.add(host("a", "party-a", null)))).isEqualTo(ways("product:tool-a", OWN));
    }

    @Test
    void takeTheFirewallAsWellWhereItLetsNothingThrough() {
        assertThat(waysIn(island -> island.add(point("a").shut().build())))
                .isEqualTo(behind("fw:connection-point:point-a"));
        assertThat(waysIn(island -> island.add(
                        point("a").shut().firewall(Islands.verified("wall")).build())))
                .isEqualTo(behind("product:wall"));
    }

    @Test
    void takeNoLoginAsWellAsTheFirewallWhereThatIsMoreThanTwo() {
        assertThat(waysIn(island -> island.add(point("a").shut().privileged().build())))
                .isEqualTo(behind("fw:connection-point:point-a"));
    }

    @Test
    void countAProductThatIsTheFirewallTooOnce() {
        assertThat(waysIn(island -> island.add(
                        point("a").shut().firewall(Islands.verified("tool-a")).build())))
                .isEqualTo(ways("product:tool-a"));
    }

    @Test
    void areOpenWhereAnUnmendedFlawIsReached() {
        assertThat(waysIn(island -> island.add(likely("flaw-a")).add(match("server-a", "flaw-a", null))))
                .isEqualTo(Ways.OPEN);
    }

    @Test
    void areNotOpenWhereNobodyIsLikelyToUseTheFlaw() {
        assertThat(waysIn(island -> island.add(hazard("flaw-a", .001)).add(match("server-a", "flaw-a", null))))
                .isEqualTo(ways("product:tool-a", OWN, "password:group-a"));
    }

    @Test
    void costTheFirewallWhereAnUnmendedFlawLiesBehindOneThatLetsNothingThrough() {
        assertThat(waysIn(island -> island.add(likely("flaw-a"))
                        .add(match("server-a", "flaw-a", null))
                        .add(point("a").shut().build())))
                .isEqualTo(ways("fw:connection-point:point-a"));
    }

    @Test
    void areOpenWhereTheFirewallItselfIs() {
        UnaryOperator<Estate.Builder> shut = island -> island.add(new Product("wall", "Wall", null))
                .add(likely("flaw-a"))
                .add(match("other", "flaw-a", null))
                .add(point("a").shut().firewall(Islands.verified("wall")).build());

        assertThat(waysIn(island -> shut.apply(island).add(installation("other", "wall", ELSEWHERE, UseState.IN_USE))))
                .isEqualTo(Ways.OPEN);
        assertThat(waysIn(island -> shut.apply(island)
                        .add(installation("other", "wall", ELSEWHERE, UseState.IN_USE))
                        .add(installation("sound", "wall", POINT, UseState.IN_USE))))
                .as("the one that stands there is sound, and nothing that could be broken behind itself")
                .isEqualTo(behind("product:wall"));
    }

    @Test
    void leadThroughTheLinksOwnEndWhereNoProductIsKnown() {
        assertThat(waysIn(island -> withoutSoftware(island).add(host("a", "party-a", null))))
                .isEqualTo(ways(OWN));
    }

    @Test
    void leadThroughNoProductThatIsStoppedForCertain() {
        assertThat(waysIn(island -> island.add(installation("server-a", "tool-a", HOST, UseState.STOPPED_VERIFIED))
                        .add(installation("box-a", "tool-a", POINT, UseState.REMOVED))
                        .add(host("a", "party-a", null))))
                .isEqualTo(ways(OWN));
    }

    @Test
    void takeOneBreakWithoutAFilterToo() {
        assertThat(waysIn(island -> island.add(point("a").open().build())))
                .isEqualTo(ways("product:tool-a", OWN, "password:group-a"));
    }

    @Test
    void areNoneAcrossALinkThatIsDown() {
        assertThat(picture(island ->
                                island.add(point("a").in(LinkState.CUT_VERIFIED).build()))
                        .waysIn
                        .get(0))
                .isEmpty();
    }

    @Test
    void leadBetweenZonesThroughWhatIsBehind() {
        assertThat(waysAcross(island -> island)).isEqualTo(ways("own:zone-link:link-a"));
        assertThat(waysAcross(island -> island.add(
                        installation("other", "tool-a", new Place(Place.Kind.ZONE, "inner-a"), UseState.IN_USE))))
                .isEqualTo(ways("product:tool-a", "own:zone-link:link-a"));
        assertThat(waysAcross(island -> island.add(Islands.link("a", RuleSet.of()))))
                .isEqualTo(ways("fw:zone-link:link-a+own:zone-link:link-a"));
        assertThat(waysAcross(
                        island -> island.add(Islands.link("a", RuleSet.of().orElse(Action.PERMIT)))))
                .isEqualTo(Ways.OPEN);
    }

    @Test
    void crossNoLinkBetweenZonesThatIsDown() {
        var path = assess(Islands.build()).routes("party-a").to("inner-a");
        var cut = assess(Islands.build().toBuilder()
                        .add(Links.in(LinkState.CUT_VERIFIED, Islands.link("a", Islands.HTTPS)))
                        .build())
                .routes("party-a")
                .to("inner-a");

        assertThat(path).isPresent();
        assertThat(cut).isEmpty();
    }

    private static Ways loggingInBy(Authentication login) {
        return waysIn(island -> island.add(point("a").privileged().behind(login).build()));
    }

    private static Ways behind(String firewall) {
        return ways(firewall + "+product:tool-a", firewall + '+' + OWN, firewall + "+password:group-a");
    }

    private static Advisory likely(String key) {
        return hazard(key, .5);
    }

    private static Advisory hazard(String key, double epss) {
        Advisory known = Islands.advisory(key, null);
        return known.with(new Hazard(5.0, epss, false, null, false, Impact.PARTIAL));
    }

    private static Estate.Builder withoutSoftware(Estate.Builder island) {
        return island.removeInstallation("server-a").removeInstallation("box-a");
    }

    private static Ways waysIn(UnaryOperator<Estate.Builder> change) {
        return picture(change).doors.points.get(0).get(0).price();
    }

    private static Ways waysAcross(UnaryOperator<Estate.Builder> change) {
        return picture(change).barriers.zoneLinks.get(0);
    }

    private static ScenarioResult picture(UnaryOperator<Estate.Builder> change) {
        Estate estate = change.apply(Islands.build().toBuilder()).build();
        Step step = Step.first();
        var input = new AssessmentInput(estate, RandomEstate.TODAY, Models.CURRENT, step);
        return new ScenarioResult(input, Completion.WORST, step);
    }

    private static Assessment assess(Estate estate) {
        return Assessment.of(estate, RandomEstate.TODAY, Models.CURRENT, List.of(), null);
    }

    private static Ways ways(String... alternatives) {
        return Ways.of(Arrays.stream(alternatives)
                .map(alternative -> List.of(alternative.split("\\+")))
                .toList());
    }
}
