package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.assessment.Islands.installation;
import static dev.sekisho.risk.assessment.Islands.match;
import static dev.sekisho.risk.assessment.Islands.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of all that lies behind a link makes its score. */
class LinkScoreTest {
    private static final LocalDate TODAY = RandomEstate.TODAY;
    private static final Subject POINT = new Subject(Subject.Kind.CONNECTION_POINT, "point-a");
    private static final Subject LINK = new Subject(Subject.Kind.ZONE_LINK, "link-a");
    private static final Exploitation EXPLOITED = new Exploitation("KEV", TODAY, null, false);

    @Test
    void weighsTheWorstOfWhatIsBehindLessTheBreaksToIt() {
        assertThat(consequence(island -> island))
                .isEqualTo(new Contribution("C.CONSEQUENCE", 15_000, "inner-a of criticality 90, 2 breaks away"));
    }

    @Test
    void prefersWhatIsNearerWhereThatIsWorse() {
        assertThat(consequence(island -> island.add(Estates.zone("inner-a", "company-a", "10.1.1.0/24", 60)))
                        .detail())
                .isEqualTo("Host of criticality 50, 1 break away");
        assertThat(consequence(island -> island.add(Estates.zone("inner-a", "company-a", "10.1.1.0/24", 65)))
                        .detail())
                .isEqualTo("Host of criticality 50, 1 break away");
        assertThat(consequence(island -> island.add(Estates.zone("inner-a", "company-a", "10.1.1.0/24", 66)))
                        .detail())
                .isEqualTo("inner-a of criticality 66, 2 breaks away");
    }

    @Test
    void saysThatTheFarthestIsAtLeastThreeBreaksAway() {
        assertThat(consequence(island -> island.add(Islands.link("a", RuleSet.of()))))
                .isEqualTo(
                        new Contribution("C.CONSEQUENCE", 11_250, "inner-a of criticality 90, at least 3 breaks away"));
    }

    @Test
    void countsNoBreakWhereTheWayIsOpen() {
        assertThat(consequence(island ->
                                island.add(match("server-a", "flaw-a", null)).add(Islands.link("a", RuleSet.of())))
                        .detail())
                .isEqualTo("inner-a of criticality 90, 2 breaks away");
    }

    @Test
    void losesNothingWhereNothingIsCritical() {
        assertThat(consequence(island -> island.add(Estates.zone("inner-a", "company-a", "10.1.1.0/24", 0))
                                .add(Estates.zone("outer-a", "company-a", "10.1.0.0/24", 0))
                                .removeAsset("host-a")
                                .removeInstallation("server-a")
                                .add(point("a").onto(null).build()))
                        .milliPoints())
                .isZero();
    }

    @Test
    void countsACauseInTheZoneAndAtTheBoxOnce() {
        assertThat(causes(island -> island)).containsExactly("V.flaw-a@tool-a");
    }

    @Test
    void countsWhatIsInTheZoneAndWhatIsAtTheBox() {
        assertThat(causes(island -> island.add(Islands.advisory("flaw-0", null)).add(match("box-a", "flaw-0", TODAY))))
                .containsExactly("V.flaw-0@tool-a", "V.flaw-a@tool-a");
        assertThat(causes(island -> island.removeInstallation("server-a"))).containsExactly("V.flaw-a@tool-a");
        assertThat(causes(island -> island.removeInstallation("box-a"))).containsExactly("V.flaw-a@tool-a");
        assertThat(causes(island -> island.removeInstallation("server-a").removeInstallation("box-a")))
                .isEmpty();
    }

    @Test
    void hasAFloorUnderAnExploitedFlawThatIsOverdue() {
        assertThat(floor(island -> island)).isEmpty();
        assertThat(floor(island -> island.add(Islands.advisory("flaw-a", EXPLOITED))))
                .isEmpty();
        assertThat(floor(island -> island.add(Islands.advisory("flaw-a", EXPLOITED))
                        .add(match("server-a", "flaw-a", TODAY.minusDays(300)))))
                .containsExactly("FLOOR.F4");
        assertThat(floor(island -> island.add(match("server-a", "flaw-a", TODAY.minusDays(300)))))
                .isEmpty();
    }

    @Test
    void hasNoSuchFloorWhereNoOutsiderReachesTheFlaw() {
        Stream<String> floors = floors(
                LINK,
                island -> island.add(Islands.advisory("flaw-a", EXPLOITED))
                        .add(installation("inside-a", "tool-a", inside(), UseState.IN_USE))
                        .add(match("inside-a", "flaw-a", TODAY.minusDays(300))));

        assertThat(floors).isEmpty();
    }

    @Test
    void hasAFloorUnderSoftwareOpenToAttackBehindNoFilter() {
        assertThat(floor(island -> island.add(point("a").open().build()))).isEmpty();
        assertThat(floor(island -> island.add(point("a").open().build()).add(match("server-a", "flaw-a", null))))
                .containsExactly("FLOOR.F2");
        assertThat(floor(island -> island.add(point("a").open().build()).add(Islands.advisory("flaw-a", EXPLOITED))))
                .containsExactly("FLOOR.F2");
    }

    @Test
    void hasAFloorUnderACompromisedThirdParty() {
        assertThat(floor(island -> island.add(Islands.compromised("a")))).containsExactly("FLOOR.F3");
    }

    @Test
    void hasAFloorUnderPrivilegeNearACrownJewel() {
        UnaryOperator<Estate.Builder> near =
                island -> island.add(Estates.zone("outer-a", "company-a", "10.1.0.0/24", 80));

        assertThat(floor(near)).isEmpty();
        assertThat(floor(
                        island -> near.apply(island).add(point("a").privileged().build())))
                .containsExactly("FLOOR.F6");
        assertThat(floor(island -> island.add(point("a").privileged().build()))).isEmpty();
    }

    @Test
    void listsTheFlawsBehindItTheWorstFirst() {
        Estate estate = Islands.build().toBuilder()
                .add(Islands.advisory("worse", EXPLOITED))
                .add(match("server-a", "worse", TODAY))
                .add(Islands.advisory("flaw-0", null))
                .add(match("server-a", "flaw-0", TODAY))
                .build();

        assertThat(assess(estate).situation(POINT))
                .hasValueSatisfying(situation -> assertThat(situation.flaws())
                        .extracting(
                                flaw -> flaw.advisory().key(),
                                flaw -> flaw.installation().key())
                        .containsExactly(
                                tuple("worse", "server-a"),
                                tuple("flaw-a", "box-a"),
                                tuple("flaw-0", "server-a"),
                                tuple("flaw-a", "server-a")));
    }

    @Test
    void namesATestZoneOnTheWayToACrownJewel() {
        Zone zone = Islands.build().zones().get("outer-a");
        Zone test = zone.with(zone.classification().with(Environment.TEST));

        assertThat(assess(Islands.build().toBuilder().add(test).build()).situation(POINT))
                .hasValueSatisfying(
                        situation -> assertThat(situation.testZones()).containsExactly("outer-a"));
        assertThat(assess(Islands.build()).situation(POINT))
                .hasValueSatisfying(
                        situation -> assertThat(situation.testZones()).isEmpty());
    }

    @Test
    void goesIntoTheScoreOfItsThirdPartyAlone() {
        assertThat(score(new Subject(Subject.Kind.THIRD_PARTY, "party-b"), island -> island)
                        .contributions())
                .extracting(Contribution::code)
                .containsExactly("LINK:point-b");
    }

    @Test
    void showsTheSoftwareOfItsBoxToTheRules() {
        assertThat(Assessment.of(Islands.build(), TODAY, Models.CURRENT, EchoRules.ALL, null)
                        .findings())
                .anyMatch(finding -> finding.detail().contains("[2026-11-01, Installation[key=box-a"));
    }

    @Test
    void weighsTheAssuranceOfItsThirdPartyOnly() {
        assertThat(score(POINT, island -> island).contributions())
                .anyMatch(line -> line.code().startsWith("A."));
        assertThat(score(LINK, island -> island).contributions())
                .noneMatch(line -> line.code().startsWith("A."));
    }

    private static Place inside() {
        return new Place(Place.Kind.ZONE, "inner-a");
    }

    private static Contribution consequence(UnaryOperator<Estate.Builder> change) {
        return score(POINT, change).contributions().stream()
                .filter(line -> line.code().startsWith("C."))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> causes(UnaryOperator<Estate.Builder> change) {
        return codes("V.", POINT, change);
    }

    private static Stream<String> floor(UnaryOperator<Estate.Builder> change) {
        return floors(POINT, change);
    }

    private static Stream<String> floors(Subject link, UnaryOperator<Estate.Builder> change) {
        return codes("FLOOR.", link, change);
    }

    private static Stream<String> codes(String prefix, Subject link, UnaryOperator<Estate.Builder> change) {
        return score(link, change).contributions().stream()
                .map(Contribution::code)
                .filter(code -> code.startsWith(prefix));
    }

    private static Score score(Subject link, UnaryOperator<Estate.Builder> change) {
        Estate estate = change.apply(Islands.build().toBuilder()).build();
        return assess(estate).score(link).orElseThrow();
    }

    private static Assessment assess(Estate estate) {
        return Assessment.of(estate, TODAY, Models.CURRENT, List.of(), null);
    }
}
