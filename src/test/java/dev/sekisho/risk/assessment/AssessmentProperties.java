package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.assessment.Reassessments.assertSame;
import static dev.sekisho.risk.assessment.Reassessments.assertTellsWhatChanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.DataExit;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.software.Installation;
import dev.sekisho.risk.estate.software.InstalledVersion;
import dev.sekisho.risk.estate.software.Product;
import dev.sekisho.risk.estate.software.Use;
import dev.sekisho.risk.rule.FindingRule;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class AssessmentProperties {
    private static final LocalDate TODAY = RandomEstate.TODAY;

    @Property(tries = 150)
    void givesTheSameFromScratchAsFromThePrevious(@ForAll Random random) {
        var facts = new RandomEstate(random);
        Estate estate = facts.build();
        Assessment incremental = assess(estate, TODAY, null);
        for (int change = 0; change < 6; change++) {
            estate = facts.changed(estate);
            Assessment before = incremental;
            incremental = assess(estate, TODAY.plusDays(change / 5), incremental);
            Assessment scratch = assess(estate, TODAY.plusDays(change / 5), null);

            assertSame(incremental, scratch);
            assertTellsWhatChanged(before, incremental);
        }
    }

    /** Facts come, change and go; days pass and come back; weights change; and sometimes nobody asked for the scores. */
    @Property(tries = 150)
    void givesTheSameFromScratchAsStepByStep(@ForAll Random random) {
        var facts = new RandomEstate(random);
        Estate estate = facts.build();
        LocalDate day = TODAY;
        Model model = Models.CURRENT;
        Assessment incremental = Assessment.of(estate, day, model, EchoRules.ALL, null);
        for (int step = 0; step < 8; step++) {
            switch (random.nextInt(6)) {
                case 0 -> day = TODAY.plusDays(random.nextInt(400));
                case 1 -> model = model == Models.CURRENT ? Models.HEAVIER : Models.CURRENT;
                default -> estate = facts.changed(estate);
            }
            Assessment before = incremental;
            if (random.nextBoolean()) {
                before.scores();
            }
            incremental = Assessment.of(estate, day, model, EchoRules.ALL, before);

            assertSame(incremental, Assessment.of(estate, day, model, EchoRules.ALL, null));
            assertTellsWhatChanged(before, incremental);
        }
    }

    @Property(tries = 150)
    void givesTheSameFromScratchAsFromTheDayBefore(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 400) int days) {
        Estate estate = new RandomEstate(random).build();
        Assessment today = assess(estate, TODAY, null);

        Assessment later = assess(estate, TODAY.plusDays(days), today);

        Assessment scratch = assess(estate, TODAY.plusDays(days), null);
        assertSame(later, scratch);
    }

    @Property(tries = 300)
    void keepsEveryScoreInItsInterval(@ForAll Random random) {
        assertThat(assess(new RandomEstate(random).build(), TODAY, null)
                        .scores()
                        .values())
                .allSatisfy(score -> {
                    assertThat(score.milliPoints()).isBetween(0, 100_000);
                    assertThat(score.lowMilli()).isBetween(0, score.milliPoints());
                    assertThat(score.highMilli()).isBetween(score.milliPoints(), 100_000);
                    assertThat(score.contributions())
                            .filteredOn(line -> !line.code().startsWith("BREAK.")
                                    && !line.code().equals("BASE")
                                    && !line.code().equals("SUPPLY")
                                    && !line.code().equals("CAP"))
                            .allMatch(line -> line.milliPoints() >= 0);
                });
    }

    @Property(tries = 200)
    void neverFallsWithTime(@ForAll Random random, @ForAll @IntRange(min = 1, max = 900) int days) {
        Estate estate = new RandomEstate(random).build();

        assertNoneFell(scores(estate, TODAY), scores(estate, TODAY.plusDays(days)));
    }

    @Property(tries = 300)
    void neverFallsWhenAFactIsForgotten(@ForAll Random random) {
        Estate estate = new RandomEstate(random).build();

        assertNoneFell(scores(estate, TODAY), scores(new Forgetting(random).oneFact(estate), TODAY));
    }

    @Property(tries = 200)
    void neverFallsWhenAFactGetsWorse(@ForAll Random random) {
        Estate estate = new RandomEstate(random).build();

        assertNoneFell(scores(estate, TODAY), scores(new Worsening(random).oneFact(estate), TODAY));
    }

    @Property(tries = 100)
    void neverFallsWhenAFlowIsAdded(@ForAll Random random) {
        Estate estate = new RandomEstate(random).build();

        assertNoneFell(scores(estate, TODAY), scores(new Worsening(random).oneFlow(estate), TODAY));
    }

    @Property(tries = 80)
    void caresForNeitherNamesNorOrder(@ForAll Random random) {
        Estate estate = new RandomEstate(random).build();
        var renaming = new Renaming(random);

        SortedMap<Subject, Score> renamed = scores(renaming.of(estate), TODAY);

        assertThat(renamed).hasSameSizeAs(scores(estate, TODAY));
        scores(estate, TODAY).forEach((subject, score) -> {
            Score other = renamed.get(new Subject(subject.kind(), renaming.keyOf(subject.key())));
            assertThat(amounts(other))
                    .as("%s: %s, renamed %s", subject, score, other)
                    .isEqualTo(amounts(score));
            assertThat(other.lowMilli()).isEqualTo(score.lowMilli());
            assertThat(other.highMilli()).isEqualTo(score.highMilli());
        });
    }

    /** What a score is made of, whatever its causes are called. */
    private static List<Integer> amounts(Score score) {
        return score.contributions().stream()
                .map(Contribution::milliPoints)
                .sorted()
                .toList();
    }

    @Property(tries = 30)
    void saysTheSameOfTheSameFactsToTheLetter(@ForAll long seed) {
        Assessment one = assess(new RandomEstate(new Random(seed)).build(), TODAY, null);
        Assessment other = assess(new RandomEstate(new Random(seed)).build(), TODAY, null);

        assertThat(other.scores().toString()).isEqualTo(one.scores().toString());
        assertThat(other.findings().toString()).isEqualTo(one.findings().toString());
        assertThat(other.portfolio()).isEqualTo(one.portfolio());
    }

    @Property(tries = 80)
    void countsTheSameCauseOnce(@ForAll Random random) {
        Estate estate = new RandomEstate(random).build();
        Installation first = estate.installations().get("i0");
        var more = estate.toBuilder()
                .add(new Installation(
                        "i9",
                        "Another host of the same",
                        first.product(),
                        new InstalledVersion(first.version(), first.versionKnownOn()),
                        first.place(),
                        new Use(first.useState(), first.useStateSince()),
                        first.treatments()));
        estate.matchesOf("i0").forEach(match -> more.add(match.at("i9")));

        assertThat(scores(more.build(), TODAY)).isEqualTo(scores(estate, TODAY));
    }

    @Property(tries = 80)
    void keepsAThirdPartyBetweenItsWorstLinkAndTheBoundOfAll(@ForAll Random random) {
        Estate estate = withoutFurtherWays(new RandomEstate(random).build());
        SortedMap<Subject, Score> scores = scores(estate, TODAY);

        estate.thirdParties().keySet().forEach(key -> {
            List<Integer> links = estate.connectionPointsOf(key).stream()
                    .map(point -> scores.get(new Subject(Subject.Kind.CONNECTION_POINT, point.key()))
                            .milliPoints())
                    .filter(milli -> milli > 0)
                    .toList();
            int worst = links.stream().mapToInt(Integer::intValue).max().orElse(0);
            long bound = worst + Math.round(10_000 * Math.log(Math.max(1, links.size())) / Math.log(2));
            assertThat(scores.get(new Subject(Subject.Kind.THIRD_PARTY, key)).milliPoints())
                    .isBetween(worst, (int) Math.min(100_000, bound + 1));
        });
    }

    /** Third parties come over connection points only. One that is registered takes the place of one that nobody knew. */
    private static Estate withoutFurtherWays(Estate estate) {
        Estate.Builder links = estate.toBuilder();
        estate.assets().values().forEach(host -> links.add(host.runBy(null)));
        estate.products().values().forEach(product -> links.add(new Product(product.key(), product.name(), null)));
        estate.thirdParties().values().forEach(party -> links.add(workingFor(party, null)));
        estate.dataHoldings().values().forEach(held -> links.add(held.with(new DataExit(null, TODAY))));
        return links.build();
    }

    private static ThirdParty workingFor(ThirdParty party, @Nullable String principal) {
        return new ThirdParty(
                party.key(),
                party.name(),
                party.kind(),
                party.criticality(),
                principal,
                party.diligence(),
                party.state(),
                party.notice());
    }

    @Property(tries = 200)
    void neverFallsWhenALinkIsAdded(@ForAll Random random) {
        var facts = new RandomEstate(random);
        Estate estate = withoutFurtherWays(facts.build());
        Estate more = estate.toBuilder()
                .add(Links.up(facts.point("c8")))
                .add(Links.up(facts.zoneLink("l8")))
                .build();

        assertNoneFell(scores(estate, TODAY), scores(more, TODAY));
    }

    @Property(tries = 200)
    void neverFallsWhenAnAdvisoryIsAdded(@ForAll Random random) {
        var facts = new RandomEstate(random);
        Estate estate = facts.build();
        Estate more = estate.toBuilder()
                .add(facts.advisory("CVE-9"))
                .add(facts.match("i0", "CVE-9"))
                .build();

        assertNoneFell(scores(estate, TODAY), scores(more, TODAY));
    }

    /**
     * One without an address: with one it may be known whose a source is that was nobody's. And one that nobody watches: the
     * first host of a zone that somebody watches is better than none that anybody knows of.
     */
    @Property(tries = 100)
    void neverFallsWhenAnAssetIsAdded(@ForAll Random random) {
        var facts = new RandomEstate(random);
        Estate estate = facts.build();
        Asset some = facts.asset("a8");
        var more = new Asset(
                some.key(),
                some.name(),
                some.zone(),
                AddressSet.NONE,
                some.criticality(),
                some.managedBy(),
                Monitoring.UNKNOWN,
                some.credentialGroup());

        assertNoneFell(
                scores(estate, TODAY), scores(estate.toBuilder().add(more).build(), TODAY));
    }

    @Property(tries = 100)
    void restoresTheFormerScoreWhenACutIsUndone(@ForAll Random random) {
        var facts = new RandomEstate(random);
        Estate estate =
                facts.build().toBuilder().add(Links.up(facts.point("c0"))).build();
        Estate cut = estate.toBuilder()
                .add(Links.in(LinkState.CUT_VERIFIED, estate.connectionPoints().get("c0")))
                .build();
        var subject = new Subject(Subject.Kind.CONNECTION_POINT, "c0");

        assertThat(scores(cut, TODAY).get(subject).milliPoints()).isZero();
        assertThat(scores(
                        cut.toBuilder().add(estate.connectionPoints().get("c0")).build(), TODAY))
                .isEqualTo(scores(estate, TODAY));
    }

    private static void assertNoneFell(SortedMap<Subject, Score> before, SortedMap<Subject, Score> after) {
        before.forEach((subject, score) -> assertThat(after.get(subject).milliPoints())
                .as("%s: %s -> %s", subject, score, after.get(subject))
                .isGreaterThanOrEqualTo(score.milliPoints()));
    }

    private static SortedMap<Subject, Score> scores(Estate estate, LocalDate today) {
        return assess(estate, today, null).scores();
    }

    private static Assessment assess(Estate estate, LocalDate today, Assessment previous) {
        List<FindingRule> rules = EchoRules.ALL;
        return Assessment.of(estate, today, Models.CURRENT, rules, previous);
    }
}
