package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.assessment.Islands.host;
import static dev.sekisho.risk.assessment.Islands.installation;
import static dev.sekisho.risk.assessment.Islands.match;
import static dev.sekisho.risk.assessment.Islands.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.LinkState;
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
    private static final Place POINT = new Place(Place.Kind.CONNECTION_POINT, "point-a");

    @Test
    void leadThroughAProductOrAPasswordOrALogin() {
        assertThat(waysIn(island -> island))
                .isEqualTo(ways("product:tool-a", "credential:group-a", "credential:party-a+mfa:party-a"));
    }

    @Test
    void takeThePasswordAloneWithoutASecondFactor() {
        assertThat(waysIn(island -> island.add(
                        point("a").behind(Authentication.SINGLE_FACTOR).build())))
                .isEqualTo(ways("product:tool-a", "credential:group-a", "credential:party-a"));
    }

    @Test
    void knowNoLoginAmongMachines() {
        assertThat(waysIn(island -> island.add(
                        point("a").behind(Authentication.MUTUAL_CERTIFICATE).build())))
                .isEqualTo(ways("product:tool-a", "credential:group-a"));
    }

    @Test
    void reuseNoPasswordThatNoHostShares() {
        assertThat(waysIn(island -> island.add(host("a", "party-a", null))))
                .isEqualTo(ways("product:tool-a", "credential:party-a+mfa:party-a"));
    }

    @Test
    void takeTheFirewallAsWellWhereItLetsNothingThrough() {
        assertThat(waysIn(island -> island.add(point("a").shut().build())))
                .isEqualTo(ways("firewall:point-a+product:tool-a"));
        assertThat(waysIn(island -> island.add(
                        point("a").shut().firewall(Islands.verified("fw")).build())))
                .isEqualTo(ways("firewall:fw+product:tool-a"));
    }

    @Test
    void areOpenWhereAnUnmendedFlawIsReached() {
        assertThat(waysIn(island -> island.add(match("server-a", "flaw-a", null))))
                .isEqualTo(Ways.OPEN);
    }

    @Test
    void leadThroughWhatNobodyKnowsWhereNoProductIsKnown() {
        assertThat(waysIn(island -> withoutSoftware(island).add(host("a", "party-a", null))))
                .isEqualTo(ways("link:point-a", "credential:party-a+mfa:party-a"));
    }

    @Test
    void leadThroughNoProductThatIsStoppedForCertain() {
        assertThat(waysIn(island -> island.add(installation("server-a", "tool-a", HOST, UseState.STOPPED_VERIFIED))
                        .add(installation("box-a", "tool-a", POINT, UseState.REMOVED))
                        .add(host("a", "party-a", null))))
                .isEqualTo(ways("link:point-a", "credential:party-a+mfa:party-a"));
    }

    @Test
    void areOpenWithoutAFilter() {
        assertThat(waysIn(island -> island.add(point("a").onto(null).open().build())))
                .isEqualTo(Ways.OPEN);
        assertThat(waysIn(island -> island.add(point("a").open().build()).add(host("a", null, null))))
                .isEqualTo(Ways.OPEN);
        assertThat(waysIn(island -> island.add(point("a").into("inner-a").open().build())))
                .isEqualTo(Ways.OPEN);
    }

    @Test
    void takeControlOfAProductTheThirdPartySuppliesToAHostItRuns() {
        assertThat(waysIn(WaysInTest::unfiltered)).isEqualTo(ways("product:tool-a"));
        assertThat(waysIn(island -> unfiltered(island).add(new Product("tool-a", "Tool", null))))
                .isEqualTo(ways("product:tool-a"));
    }

    @Test
    void takeNoControlOfAProductOfAnotherSupplier() {
        assertThat(waysIn(island -> unfiltered(island).add(new Product("tool-a", "Tool", "party-b"))))
                .isEqualTo(ways("link:point-a"));
    }

    @Test
    void takeNoControlOfAProductThatIsStoppedForCertain() {
        assertThat(waysIn(island -> unfiltered(island)
                        .add(installation("server-a", "tool-a", HOST, UseState.STOPPED_VERIFIED))
                        .add(installation("box-a", "tool-a", POINT, UseState.REMOVED))))
                .isEqualTo(ways("link:point-a"));
    }

    @Test
    void areOpenToAHostTheThirdPartyRunsOnceAFlawIs() {
        assertThat(waysIn(island -> unfiltered(island).add(match("server-a", "flaw-a", null))))
                .isEqualTo(Ways.OPEN);
    }

    @Test
    void areNoneAcrossALinkThatIsDown() {
        assertThat(picture(island ->
                                island.add(point("a").in(LinkState.CUT_VERIFIED).build()))
                        .waysIn
                        .get(0)
                        .ways())
                .isNull();
    }

    @Test
    void leadBetweenZonesThroughWhatIsBehind() {
        assertThat(waysAcross(island -> island)).isEqualTo(ways("link:link-a"));
        assertThat(waysAcross(island -> island.add(
                        installation("other", "tool-a", new Place(Place.Kind.ZONE, "inner-a"), UseState.IN_USE))))
                .isEqualTo(ways("product:tool-a"));
        assertThat(waysAcross(island -> island.add(Islands.link("a", RuleSet.of()))))
                .isEqualTo(ways("firewall:link-a+link:link-a"));
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

    /** Through to a host that the third party runs for us. */
    private static Estate.Builder unfiltered(Estate.Builder island) {
        return island.add(point("a").open().build());
    }

    private static Estate.Builder withoutSoftware(Estate.Builder island) {
        return island.removeInstallation("server-a").removeInstallation("box-a");
    }

    private static Ways waysIn(UnaryOperator<Estate.Builder> change) {
        return picture(change).waysIn.get(0).ways();
    }

    private static Ways waysAcross(UnaryOperator<Estate.Builder> change) {
        return picture(change).waysOn.get(0).ways();
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
