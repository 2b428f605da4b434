package dev.sekisho.risk.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.SourceAddressing;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules permit from sources nobody registered counts as the link's, and is told once a rule set. */
class UnregisteredSourcesTest {
    private static final String REGISTERED = "198.51.100.0/24";
    private static final String ELSEWHERE = "203.0.113.0/24";
    private static final RuleSet INTO_ALL =
            RuleSet.of(Rule.permit().from(ELSEWHERE).to("10.1.0.0/24").at(7, "old-partner"));

    private static final Subject POINT = new Subject(Subject.Kind.CONNECTION_POINT, "point-a");
    private static final Subject LINK = new Subject(Subject.Kind.ZONE_LINK, "link-a");

    @ParameterizedTest
    @ValueSource(strings = {REGISTERED, ELSEWHERE, "100.64.0.0/10", "2001:db8::/32"})
    void countsTheRangeWhereverTheThirdPartyIsSaidToComeFrom(String registered) {
        var stated = assess(
                with(Islands.point("a").from(registered).permitting(INTO_ALL).build()));
        var unstated =
                assess(with(Islands.point("a").from().permitting(INTO_ALL).build()));

        assertThat(openness(stated, POINT)).isEqualTo(1).isEqualTo(openness(unstated, POINT));
        assertThat(stated.score(POINT).orElseThrow().milliPoints())
                .isEqualTo(unstated.score(POINT).orElseThrow().milliPoints());
    }

    @Test
    void tellsTheRuleAndTheRange() {
        var finding = told(assess(with(Islands.point("a").permitting(INTO_ALL).build())));

        assertThat(finding).singleElement().satisfies(told -> {
            assertThat(told.subject()).isEqualTo(POINT);
            assertThat(told.severity()).isEqualTo(Severity.HIGH);
            assertThat(told.detail()).contains(ELSEWHERE);
            assertThat(told.evidence().get("unregisteredSources"))
                    .startsWith(ELSEWHERE + " by line 7 old-partner: permit");
            assertThat(told.evidence()).containsEntry("links", "point-a");
            assertThat(told.evidence().get("witness")).contains("203.0.113.");
        });
    }

    @ParameterizedTest
    @CsvSource({"198.51.100.0/24, 0.0.0.0/0", "2001:db8:1::/48, ::/0", "198.51.100.0/24, 203.0.113.0-255.255.255.255"})
    void takesARuleForAnySourceAsPublic(String registered, String sources) {
        var rules = RuleSet.of(Rule.permit().from(sources).to("10.1.0.7").tcp("443"));

        var assessed = assess(
                with(Islands.point("a").from(registered).permitting(rules).build()));

        assertThat(told(assessed)).hasSize(sources.contains("-") ? 1 : 0);
    }

    @Test
    void countsAPublicRuleThoughTheRegisteredRangeIsDenied() {
        var rules = RuleSet.of(Rule.deny().from(REGISTERED), Rule.permit().to("10.1.0.0/24"));

        var assessed = assess(with(Islands.point("a").permitting(rules).build()));

        assertThat(openness(assessed, POINT)).isEqualTo(1);
        assertThat(told(assessed)).isEmpty();
    }

    @Test
    void countsBothFamiliesAlike() {
        var six = RuleSet.of(Rule.permit().from("2001:db8:2::/48").to("2001:db8:a::/64"));
        Estate estate = Islands.build();
        Estate dual = estate.toBuilder()
                .add(estate.zones().get("outer-a").with(AddressSet.of("10.1.0.0/24", "2001:db8:a::/64")))
                .add(Islands.point("a").from("2001:db8:1::/48").permitting(six).build())
                .build();

        assertThat(openness(assess(dual), POINT)).isEqualTo(1);
        assertThat(told(assess(dual)))
                .singleElement()
                .satisfies(told -> assertThat(told.detail()).contains("2001:db8:2::/48"));
    }

    @Test
    void leavesToOthersBehindTheSameRulesWhatTheyRegistered() {
        var rules = RuleSet.of(
                Rule.permit().from(ELSEWHERE).to("10.1.0.0/24"),
                Rule.permit().from(REGISTERED).to("10.1.0.7").tcp("443"));
        var mine = Islands.point("a").permitting(rules).build();
        var other =
                Islands.point("other", "a").from(ELSEWHERE).permitting(rules).build();

        var assessed = assess(with(mine, other));

        assertThat(openness(assessed, POINT)).isLessThan(.1);
        assertThat(openness(assessed, new Subject(Subject.Kind.CONNECTION_POINT, "other")))
                .isEqualTo(1);
        assertThat(told(assessed)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = SourceAddressing.class, names = "REGISTERED", mode = EnumSource.Mode.EXCLUDE)
    void countsAnySourceWhereTheThirdPartyHasNoFixedAddresses(SourceAddressing open) {
        var rules = RuleSet.of(
                Rule.permit().from(ELSEWHERE).to("10.1.0.0/24"),
                Rule.permit().from(REGISTERED).to("10.1.0.7").tcp("443"));
        var mine = Islands.point("a").permitting(rules);
        var other =
                Islands.point("other", "a").from(ELSEWHERE).permitting(rules).build();

        var before = assess(with(mine.build(), other));
        var after = assess(with(mine.addressed(open).build(), other));
        var unstated = assess(with(mine.from().build(), other));

        assertThat(openness(before, POINT)).isLessThan(.1);
        assertThat(openness(after, POINT)).isEqualTo(1).isEqualTo(openness(unstated, POINT));
        assertThat(after.score(POINT).orElseThrow().milliPoints())
                .isGreaterThan(before.score(POINT).orElseThrow().milliPoints());
        assertThat(detail(after, "NET-04")).endsWith(" " + open.inWords());
        // What it registered stays its own, so nothing changes for whoever is behind the same rules.
        var beside = new Subject(Subject.Kind.CONNECTION_POINT, "other");
        assertThat(after.score(beside)).isEqualTo(before.score(beside));
        assertThat(told(after)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SourceAddressing.class)
    void tellsWhatNobodyRegisteredWhereverItMayComeFrom(SourceAddressing any) {
        var point = Islands.point("a").addressed(any).permitting(INTO_ALL).build();

        assertThat(told(assess(with(point))))
                .singleElement()
                .satisfies(told -> assertThat(told.detail()).contains(ELSEWHERE).endsWith(any.inWords()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"other rules", "retired", "another family", "whole family claimed"})
    void takesNoClaimThatSaysNothingOfTheseRules(String why) {
        var mine = Islands.point("a").permitting(INTO_ALL).build();
        var other = Islands.point("other", "a").from(ELSEWHERE).permitting(INTO_ALL);
        var claims = switch (why) {
            case "other rules" ->
                other.permitting(RuleSet.of(Rule.permit().from(ELSEWHERE).to("10.1.0.0/24")));
            case "retired" -> other.in(LinkState.RETIRED);
            case "another family" -> other.into("outer-b");
            default -> other.from("0.0.0.0/0");
        };

        assertThat(openness(assess(with(mine, claims.build())), POINT)).isEqualTo(1);
    }

    @Test
    void takesTheClaimOfOneThatIsCutForCertain() {
        var mine = Islands.point("a").permitting(INTO_ALL).build();
        var cut =
                Islands.point("other", "a").from(ELSEWHERE).permitting(INTO_ALL).in(LinkState.CUT_VERIFIED);

        assertThat(openness(assess(with(mine, cut.build())), POINT)).isZero();
    }

    @Test
    void takesOurOwnZonesAndHostsForOurs() {
        var fromInside =
                RuleSet.of(Rule.permit().from("10.1.1.0/24", "10.9.9.9").to("10.1.0.0/24"));
        Estate estate = with(Islands.point("a").permitting(fromInside).build());
        Estate known = estate.toBuilder()
                .add(new Asset(
                        "stray", "Host", "inner-a", AddressSet.of("10.9.9.9"), 10, null, Monitoring.UNKNOWN, null))
                .build();

        assertThat(openness(assess(estate), POINT)).isEqualTo(1);
        assertThat(openness(assess(known), POINT)).isZero();
        assertThat(told(assess(known))).isEmpty();
    }

    @Test
    void countsAtZoneLinksToo() {
        Estate estate = Islands.build();
        Estate stale = estate.toBuilder()
                .add(Islands.link(
                        "a", RuleSet.of(Rule.permit().from("172.16.9.0/24").to("10.1.1.0/24"))))
                .build();

        assertThat(openness(assess(stale), LINK)).isEqualTo(1);
        assertThat(told(assess(stale)))
                .singleElement()
                .satisfies(told -> assertThat(told.subject()).isEqualTo(LINK));
    }

    @Test
    void tellsOnceForAllBehindTheSameRules() {
        var first = Islands.point("aaa", "a").permitting(INTO_ALL).build();
        var second = Islands.point("a").permitting(INTO_ALL).build();

        assertThat(told(assess(with(second, first)))).singleElement().satisfies(told -> {
            assertThat(told.subject().key()).isEqualTo("aaa");
            assertThat(told.evidence()).containsEntry("links", "aaa, point-a");
        });
        assertThat(told(assess(with(
                        second,
                        Islands.point("aaa", "a")
                                .permitting(INTO_ALL)
                                .in(LinkState.CUT_VERIFIED)
                                .build()))))
                .singleElement()
                .satisfies(told -> assertThat(told.subject()).isEqualTo(POINT));
    }

    @Test
    void measuresAgainWhenAnotherClaimsOrGivesUpARange() {
        Estate alone = with(Islands.point("a").permitting(INTO_ALL).build());
        Estate claimed = alone.toBuilder()
                .add(Islands.point("other", "a")
                        .from(ELSEWHERE)
                        .permitting(INTO_ALL)
                        .build())
                .build();
        Estate moved = claimed.toBuilder()
                .add(Islands.point("other", "a")
                        .from("192.0.2.0/24")
                        .permitting(INTO_ALL)
                        .build())
                .build();

        Assessment at = assess(alone);
        for (Estate next : List.of(claimed, alone, claimed, moved, claimed)) {
            at = Assessment.of(next, RandomEstate.TODAY, Models.CURRENT, Catalogue.rules(), at);

            Reassessments.assertSame(at, assess(next));
        }
    }

    @Test
    void leavesALinkAloneWhereNobodyClaimsWhatItsRulesName() {
        Estate alone = with(Islands.point("a").permitting(INTO_ALL).build());
        Estate more = alone.toBuilder()
                .add(Islands.point("other", "a")
                        .from("192.0.2.0/24")
                        .permitting(INTO_ALL)
                        .build())
                .build();
        Assessment before = assess(alone);

        Assessment after = Assessment.of(more, RandomEstate.TODAY, Models.CURRENT, Catalogue.rules(), before);

        assertThat(after.posture(POINT).orElseThrow())
                .isSameAs(before.posture(POINT).orElseThrow());
    }

    @Test
    void tellsWhatIsLeftOfARangeThatIsClaimedInPart() {
        var rules = RuleSet.of(
                Rule.deny().from("203.0.113.192/26"),
                Rule.permit().from(ELSEWHERE).to("10.1.0.7").tcp("443"));
        var mine = Islands.point("a").permitting(rules).build();
        var other = Islands.point("other", "a")
                .from("203.0.113.0/25")
                .permitting(rules)
                .build();

        assertThat(told(assess(with(mine, other))))
                .singleElement()
                .satisfies(told ->
                        assertThat(told.evidence().get("unregisteredSources")).startsWith("203.0.113.128/26 by "));
    }

    @Test
    void tellsNothingOfADefaultThatPermitsAll() {
        var open = RuleSet.of(Rule.deny().from(ELSEWHERE)).orElse(Action.PERMIT);

        var assessed = assess(with(Islands.point("a").permitting(open).build()));

        assertThat(told(assessed)).isEmpty();
        assertThat(openness(assessed, POINT)).isCloseTo(1, within(1e-9));
    }

    private static Estate with(ConnectionPoint... points) {
        Estate.Builder estate = Islands.build().toBuilder();
        for (ConnectionPoint point : points) {
            estate.add(point);
        }
        return estate.build();
    }

    private static Assessment assess(Estate estate) {
        return Assessment.of(estate, RandomEstate.TODAY, Models.CURRENT, Catalogue.rules(), null);
    }

    private static double openness(Assessment assessment, Subject link) {
        return assessment.posture(link).orElseThrow().openness();
    }

    private static String detail(Assessment assessment, String code) {
        return assessment.findings().stream()
                .filter(finding ->
                        finding.code().equals(code) && finding.subject().equals(POINT))
                .map(Finding::detail)
                .findFirst()
                .orElseThrow();
    }

    private static List<Finding> told(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.code().equals("NET-11"))
                .toList();
    }
}
