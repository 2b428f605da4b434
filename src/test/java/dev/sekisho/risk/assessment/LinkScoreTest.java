package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.assessment.Islands.installation;
import static dev.sekisho.risk.assessment.Islands.match;
import static dev.sekisho.risk.assessment.Islands.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Estates;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.software.Advisory;
import dev.sekisho.risk.estate.software.Exploitation;
import dev.sekisho.risk.estate.software.Hazard;
import dev.sekisho.risk.estate.software.Impact;
import dev.sekisho.risk.estate.software.Place;
import dev.sekisho.risk.estate.software.Product;
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
    void tellsWhatIsAtStakeAndWhatStandsInBetween() {
        assertThat(lines(POINT, island -> island))
                .contains(
                        new Contribution("CONSEQUENCE", 90_000, "inner-a", "90"),
                        new Contribution("BREAK.1", -20_000, "1", "2", "inner-a"),
                        new Contribution("BREAK.2", -20_000, "2", "2", "inner-a"),
                        new Contribution("BASE", -22_500));
    }

    @Test
    void countsOneProductOnBothLinksOnce() {
        UnaryOperator<Estate.Builder> another =
                island -> island.add(installation("inside", "tool-a", inside(), UseState.IN_USE));

        assertThat(breaks(island -> another.apply(island).removeAsset("host-a").removeInstallation("server-a")))
                .isEqualTo(1);
    }

    @Test
    void prefersWhatIsNearerWhereThatIsWorse() {
        assertThat(consequence(island -> island.add(Estates.zone("inner-a", "company-a", "10.1.1.0/24", 60))
                                .add(Islands.link("a", RuleSet.of())))
                        .facts())
                .containsExactly("Host", "50");
        assertThat(consequence(island -> island.add(Estates.zone("inner-a", "company-a", "10.1.1.0/24", 100))
                                .add(Islands.link("a", RuleSet.of())))
                        .facts())
                .containsExactly("inner-a", "100");
    }

    @Test
    void countsNoMoreThanThreeBreaks() {
        assertThat(breaks(island -> island.add(Estates.zone("outer-a", "company-a", "10.1.0.0/24", 0))
                        .removeAsset("host-a")
                        .removeInstallation("server-a")
                        .add(point("a").onto(null).shut().build())
                        .add(Islands.link("a", RuleSet.of()))))
                .isEqualTo(3);
    }

    @Test
    void countsNoBreakWhereTheWayIsOpen() {
        assertThat(lines(POINT, island -> island.add(likely()).add(match("server-a", "flaw-a", null))))
                .noneMatch(
                        line -> line.code().startsWith("BREAK.") && line.facts().contains("Host"));
    }

    @Test
    void losesNothingWhereNothingIsCritical() {
        assertThat(score(
                                POINT,
                                island -> island.add(Estates.zone("inner-a", "company-a", "10.1.1.0/24", 0))
                                        .add(Estates.zone("outer-a", "company-a", "10.1.0.0/24", 0))
                                        .removeAsset("host-a")
                                        .removeInstallation("server-a")
                                        .add(point("a").onto(null).build()))
                        .milliPoints())
                .isLessThan(30_000);
    }

    @Test
    void countsACauseInTheZoneAndAtTheBoxOnce() {
        assertThat(flaws(island -> island))
                .isEqualTo(flaws(island -> island.removeInstallation("server-a")))
                .isEqualTo(flaws(island -> island.removeInstallation("box-a")))
                .isPositive();
    }

    @Test
    void countsWhatIsInTheZoneAndWhatIsAtTheBox() {
        int one = flaws(island -> island);

        assertThat(flaws(island -> island.add(Islands.advisory("flaw-0", null)).add(match("box-a", "flaw-0", TODAY))))
                .isBetween(one + 1, one + 400);
        assertThat(flaws(island -> island.removeInstallation("server-a").removeInstallation("box-a")))
                .isZero();
    }

    @Test
    void hasAFloorUnderWhoMayBeBrokenInto() {
        assertThat(floors(POINT, harmless(island -> island))).isEmpty();
        assertThat(floors(
                        POINT, harmless(island -> island.add(Islands.party("a").with(Notice.SUSPECTED)))))
                .containsExactly("FLOOR.SUSPECTED");
        assertThat(floors(POINT, harmless(island -> island.add(Islands.compromised("a")))))
                .containsExactly("FLOOR.COMPROMISED");
        assertThat(score(POINT, harmless(island -> island.add(Islands.compromised("a"))))
                        .milliPoints())
                .isEqualTo(70_000);
        assertThat(floors(LINK, harmless(island -> island.add(Islands.compromised("a")))))
                .isEmpty();
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
        var other = new Subject(Subject.Kind.THIRD_PARTY, "party-b");

        assertThat(score(
                        other,
                        island -> island.add(point("a").open().privileged().build())))
                .isEqualTo(score(other, island -> island));
    }

    @Test
    void showsTheSoftwareOfItsBoxToTheRules() {
        assertThat(Assessment.of(Islands.build(), TODAY, Models.CURRENT, EchoRules.ALL, null)
                        .findings())
                .anyMatch(finding -> finding.detail().contains("[2026-11-01, Installation[key=box-a"));
    }

    @Test
    void isOfAZoneLinkWhatComesOverIt() {
        assertThat(score(LINK, island -> island).milliPoints())
                .isLessThanOrEqualTo(score(POINT, island -> island).milliPoints());
        assertThat(lines(LINK, LinkScoreTest::cut))
                .extracting(Contribution::code)
                .contains("SUPPLY");
        assertThat(lines(LINK, island -> cut(island).add(new Product("tool-a", "Tool", null))))
                .isEmpty();
    }

    private static Estate.Builder cut(Estate.Builder island) {
        return island.add(point("a").in(LinkState.CUT_VERIFIED).build());
    }

    private static Place inside() {
        return new Place(Place.Kind.ZONE, "inner-a");
    }

    /** Nothing of value within reach. */
    private static UnaryOperator<Estate.Builder> harmless(UnaryOperator<Estate.Builder> change) {
        return island -> change.apply(island.add(Estates.zone("inner-a", "company-a", "10.1.1.0/24", 0))
                .add(Estates.zone("outer-a", "company-a", "10.1.0.0/24", 0))
                .add(Islands.host("a", null, null).worth(0)));
    }

    private static Advisory likely() {
        return Islands.advisory("flaw-a", null).with(new Hazard(5.0, .5, false, null, false, Impact.PARTIAL));
    }

    private static Contribution consequence(UnaryOperator<Estate.Builder> change) {
        return lines(POINT, change).get(0);
    }

    private static long breaks(UnaryOperator<Estate.Builder> change) {
        return codes("BREAK.", POINT, change).count();
    }

    private static int flaws(UnaryOperator<Estate.Builder> change) {
        return lines(POINT, change).stream()
                .filter(line -> line.code().equals("V"))
                .mapToInt(Contribution::milliPoints)
                .sum();
    }

    private static Stream<String> floors(Subject link, UnaryOperator<Estate.Builder> change) {
        return codes("FLOOR.", link, change);
    }

    private static Stream<String> codes(String prefix, Subject link, UnaryOperator<Estate.Builder> change) {
        return lines(link, change).stream().map(Contribution::code).filter(code -> code.startsWith(prefix));
    }

    private static List<Contribution> lines(Subject link, UnaryOperator<Estate.Builder> change) {
        return score(link, change).contributions();
    }

    private static Score score(Subject link, UnaryOperator<Estate.Builder> change) {
        Estate estate = change.apply(Islands.build().toBuilder()).build();
        return assess(estate).score(link).orElseThrow();
    }

    private static Assessment assess(Estate estate) {
        return Assessment.of(estate, TODAY, Models.CURRENT, List.of(), null);
    }
}
