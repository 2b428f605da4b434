package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.assessment.Reassessments.assertSame;
import static dev.sekisho.risk.assessment.Reassessments.assertTellsWhatChanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Organization;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.Said;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.software.VexState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Models;
import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An assessment made from the one before says what one made from scratch says, and makes anew what it has to. */
class ReassessmentTest {
    private static final LocalDate TODAY = RandomEstate.TODAY;

    /** One fact more, less or other. */
    enum Change {
        NONE((facts, next) -> {}),
        POINT_ADDED((facts, next) -> next.add(Links.up(facts.point("c00")))),
        POINT_CHANGED((facts, next) -> next.add(Links.up(facts.point("c1")))),
        POINT_CUT((facts, next) -> next.add(Links.in(LinkState.CUT_VERIFIED, facts.point("c2")))),
        POINT_GONE((facts, next) -> next.removeConnectionPoint("c1")),
        ZONE_LINK_ADDED((facts, next) -> next.add(Links.up(facts.zoneLink("l00")))),
        ZONE_LINK_CHANGED((facts, next) -> next.add(Links.up(facts.zoneLink("l1")))),
        ZONE_LINK_GONE((facts, next) -> next.removeZoneLink("l2")),
        ZONE_ADDED((facts, next) -> next.add(facts.zone("z5"))),
        ZONE_CHANGED((facts, next) -> next.add(facts.zone("z1"))),
        ASSET_ADDED((facts, next) -> next.add(facts.asset("a00"))),
        ASSET_CHANGED((facts, next) -> next.add(facts.asset("a1"))),
        THIRD_PARTY_ADDED((facts, next) -> next.add(facts.thirdParty("t00"))),
        THIRD_PARTY_CHANGED((facts, next) -> next.add(facts.thirdParty("t1"))),
        PRODUCT_CHANGED((facts, next) -> next.add(facts.product("p1"))),
        ADVISORY_CHANGED((facts, next) -> next.add(facts.advisory("CVE-1"))),
        INSTALLATION_ADDED((facts, next) -> next.add(facts.installation("i00"))),
        INSTALLATION_CHANGED((facts, next) -> next.add(facts.installation("i1"))),
        INSTALLATION_GONE((facts, next) -> next.removeInstallation("i2")),
        MATCH_CHANGED((facts, next) -> next.add(facts.match("i0"))),
        SAID_NOT_AFFECTED((facts, next) ->
                next.add(Said.over(facts.match("i0"), Said.word(VexState.NOT_AFFECTED, TODAY.plusDays(5))))),
        SAID_AFFECTED((facts, next) ->
                next.add(Said.over(facts.match("i1"), Said.word(VexState.AFFECTED, TODAY.plusDays(5))))),
        ORGANIZATION_RENAMED((facts, next) -> next.add(new Organization("o1", "Renamed", "o0")));

        private final BiConsumer<RandomEstate, Estate.Builder> change;

        Change(BiConsumer<RandomEstate, Estate.Builder> change) {
            this.change = change;
        }

        Estate of(Estate estate, RandomEstate facts) {
            Estate.Builder next = estate.toBuilder();
            change.accept(facts, next);
            return next.build();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameAsFromScratchAfterAChange(Change change) {
        for (int seed = 0; seed < 3; seed++) {
            var facts = new RandomEstate(new Random(seed));
            Estate estate = facts.build();
            Assessment before = assess(estate, null);
            Estate changed = change.of(estate, facts);

            Assessment after = assess(changed, before);

            assertSame(after, assess(changed, null));
            assertTellsWhatChanged(before, after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameAsFromScratchAfterALocalChange(Local local) {
        Estate estate = Islands.build();
        Assessment before = assess(estate, null);
        // What was asked for before is carried over.
        before.scores();
        Estate.Builder next = estate.toBuilder();
        local.change.accept(next);

        Assessment after = assess(next.build(), before);

        assertSame(after, assess(next.build(), null));
        assertTellsWhatChanged(before, after);
    }

    @Test
    void saysTheSameAsFromScratchAfterManyChanges() {
        var facts = new RandomEstate(new Random(3));
        Estate estate = facts.build();
        Assessment incremental = assess(estate, null);
        for (Change change : Change.values()) {
            estate = change.of(estate, facts);
            incremental = assess(estate, incremental);
        }

        assertSame(incremental, assess(estate, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 366, 800})
    void saysTheSameAsFromScratchOnAnotherDay(int days) {
        LocalDate later = TODAY.plusDays(days);

        assertThat(Stream.of(Islands.build(), new RandomEstate(new Random(1)).build()))
                .allSatisfy(estate -> assertSame(
                        assess(estate, later, Models.CURRENT, EchoRules.ALL, assess(estate, null)),
                        assess(estate, later, Models.CURRENT, EchoRules.ALL, null)));
    }

    /** The day a person's word expires is like any other change: what sources say stands again, everywhere. */
    @ParameterizedTest
    @EnumSource(VexState.class)
    void saysTheSameAsFromScratchWhenAWordExpires(VexState state) {
        Estate unsaid = Islands.build();
        Estate.Builder next = unsaid.toBuilder();
        unsaid.installations()
                .keySet()
                .forEach(key -> unsaid.matchesOf(key)
                        .forEach(match -> next.add(Said.over(match, Said.word(state, TODAY.plusDays(1))))));
        Estate said = next.build();
        LocalDate last = TODAY.plusDays(1);
        LocalDate after = TODAY.plusDays(2);
        Assessment onTheLast = assess(said, last, Models.CURRENT, EchoRules.ALL, assess(said, null));

        Assessment onTheNext = assess(said, after, Models.CURRENT, EchoRules.ALL, onTheLast);

        assertSame(onTheLast, assess(said, last, Models.CURRENT, EchoRules.ALL, null));
        assertSame(onTheNext, assess(said, after, Models.CURRENT, EchoRules.ALL, null));
        assertThat(onTheNext.scores()).isEqualTo(assess(unsaid, after, null).scores());
        assertThat(onTheNext.clearedFlaws()).isEmpty();
        boolean clean = state == VexState.NOT_AFFECTED || state == VexState.FIXED;
        assertThat(onTheLast.clearedFlaws().findAny().isPresent()).isEqualTo(clean);
        assertThat(onTheLast.liveFlaws().findAny().isPresent()).isEqualTo(!clean);
    }

    /** One generation kept alive by the next is all of them, sooner or later. */
    @Test
    void keepsNoEarlierAssessmentAlive() {
        Assessment last = assess(Islands.build(), null);
        last.scores();
        var estates = new ArrayList<WeakReference<Estate>>();
        for (int step = 0; step < 4; step++) {
            estates.add(new WeakReference<>(last.estate()));
            Estate next = last.estate().toBuilder()
                    .add(
                            step % 2 == 0
                                    ? Islands.point("a").open().build()
                                    : Islands.point("a").shut().build())
                    .build();
            last = assess(next, last);
            last.scores();
        }

        for (int i = 0; i < 100 && estates.stream().anyMatch(one -> one.get() != null); i++) {
            System.gc();
        }

        assertThat(estates).allMatch(one -> one.get() == null);
        assertThat(last.findings()).isNotEmpty();
    }

    @Test
    void cannotCompareWithNothingOrOtherConditions() {
        Estate estate = Islands.build();
        Assessment before = assess(estate, null);
        assertThat(Stream.of(
                        before,
                        assess(estate, TODAY.plusDays(1), Models.CURRENT, EchoRules.ALL, before),
                        assess(estate, TODAY, Models.HEAVIER, EchoRules.ALL, before)))
                .allSatisfy(alone -> {
                    assertThat(alone.difference()).isEmpty();
                    assertThat(alone.rescored()).isEmpty();
                });
        assertSame(
                assess(estate, TODAY, Models.HEAVIER, EchoRules.ALL, before),
                assess(estate, TODAY, Models.HEAVIER, EchoRules.ALL, null));
    }

    @Test
    void judgesAnewUnderOtherRules() {
        Assessment before = assess(Islands.build(), null);

        Assessment after = assess(Islands.build(), TODAY, Models.CURRENT, List.of(), before);

        assertThat(after.findings()).isEmpty();
        assertThat(after.difference()).isEmpty();
    }

    @Test
    void makesNothingAnewWhereNothingChanged() {
        Estate estate = Islands.build();

        Assessment after = assess(estate, assess(estate, null));

        assertThat(after.difference()).hasValueSatisfying(difference -> {
            assertThat(difference.come()).isEmpty();
            assertThat(difference.gone()).isEmpty();
        });
        assertThat(after.rescored()).hasValueSatisfying(rescored -> {
            assertThat(rescored.changed()).containsOnlyKeys(Subject.PORTFOLIO);
            assertThat(rescored.gone()).isEmpty();
        });
    }

    /** Changes that leave the network, and the software of the other island, as they are. */
    enum Local {
        POINT_CHANGED(next -> next.add(Islands.point("a").privileged().build())),
        POINT_MOVED(
                next -> next.add(Islands.point("a").into("inner-a").onto(null).build())),
        POINT_ADDED(next -> next.add(Islands.point("point-0", "a").build())),
        POINT_GONE(next -> next.removeConnectionPoint("point-a")),
        THIRD_PARTY_CHANGED(next -> next.add(Islands.compromised("a"))),
        THIRD_PARTY_ADDED(next -> next.add(Islands.party("0")));

        private final Consumer<Estate.Builder> change;

        Local(Consumer<Estate.Builder> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesAloneWhatAChangeCannotReach(Local local) {
        // Products are judged all together.
        List<FindingRule> rules = EchoRules.ALL.stream()
                .filter(rule -> !(rule instanceof FindingRule.OnProduct))
                .toList();
        Estate estate = Islands.build();
        Assessment before = assess(estate, TODAY, Models.CURRENT, rules, null);
        Estate.Builder next = estate.toBuilder();
        local.change.accept(next);

        Assessment after = assess(next.build(), TODAY, Models.CURRENT, rules, before);

        assertThat(after.rescored())
                .hasValueSatisfying(rescored -> assertThat(rescored.changed().keySet())
                        .noneMatch(subject -> subject.key().endsWith("-b")));
        assertThat(after.difference())
                .hasValueSatisfying(difference -> assertThat(Stream.of(difference.come(), difference.gone())
                                .flatMap(List::stream)
                                .flatMap(List::stream)
                                .map(Finding::detail))
                        .noneMatch(detail -> detail.contains("-b")));
    }

    @Test
    void namesWhoIsNoMore() {
        Estate estate = Islands.build();
        Assessment before = assess(estate, null);
        Estate left = estate.toBuilder()
                .removeConnectionPoint("point-a")
                .removeThirdParty("party-a")
                .removeZoneLink("link-a")
                .build();

        assertThat(assess(left, before).rescored())
                .hasValueSatisfying(rescored -> assertThat(rescored.gone())
                        .containsExactlyInAnyOrder(
                                new Subject(Subject.Kind.CONNECTION_POINT, "point-a"),
                                new Subject(Subject.Kind.ZONE_LINK, "link-a"),
                                new Subject(Subject.Kind.THIRD_PARTY, "party-a")));
    }

    @Test
    void rescoresWhatAChangeReaches() {
        Estate estate = Islands.build();
        Assessment before = assess(estate, null);
        Estate opened =
                estate.toBuilder().add(Islands.point("a").open().build()).build();

        assertThat(assess(opened, before).rescored())
                .hasValueSatisfying(rescored -> assertThat(rescored.changed())
                        .containsKeys(
                                new Subject(Subject.Kind.CONNECTION_POINT, "point-a"),
                                new Subject(Subject.Kind.THIRD_PARTY, "party-a"),
                                new Subject(Subject.Kind.ZONE, "outer-a"),
                                new Subject(Subject.Kind.ZONE, "inner-a"),
                                new Subject(Subject.Kind.ORGANIZATION, "company-a")));
    }

    private static Assessment assess(Estate estate, LocalDate today, @Nullable Assessment previous) {
        return assess(estate, today, Models.CURRENT, EchoRules.ALL, previous);
    }

    private static Assessment assess(Estate estate, @Nullable Assessment previous) {
        return assess(estate, TODAY, Models.CURRENT, EchoRules.ALL, previous);
    }

    private static Assessment assess(
            Estate estate, LocalDate today, Model model, List<FindingRule> rules, @Nullable Assessment previous) {
        return Assessment.of(estate, today, model, rules, previous);
    }
}
