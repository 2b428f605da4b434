package dev.sekisho.risk.assessment;

import static dev.sekisho.risk.assessment.Reassessments.assertSame;
import static dev.sekisho.risk.assessment.Reassessments.assertTellsWhatChanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Ends;
import dev.sekisho.risk.estate.link.LinkState;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import dev.sekisho.risk.score.Models;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Where there are so many zones and links that what is looked up once is no longer all there is. */
class WideNetworkProperties {
    private static final int ZONES = 90;
    private static final int LINKS = 320;
    private static final int POINTS = 120;

    @Property(tries = 5)
    void givesTheSameFromScratchAsFromThePrevious(@ForAll Random random) {
        var facts = new RandomEstate(random);
        Estate estate = wide(facts, random);
        Assessment incremental = assess(estate, null);
        for (int change = 0; change < 4; change++) {
            estate = changed(estate, facts, random);
            Assessment before = incremental;
            incremental = assess(estate, incremental);

            assertSame(incremental, assess(estate, null));
            assertTellsWhatChanged(before, incremental);
        }
    }

    @Property(tries = 5)
    void tellsOneScoreOfOtherFactsAsIfAllWereAssessed(@ForAll Random random) {
        var facts = new RandomEstate(random);
        Estate estate = wide(facts, random);
        Assessment now = assess(estate, null);
        Estate then = changed(estate, facts, random);
        Assessment all = assess(then, now);

        List<Subject> some = all.scores().keySet().stream()
                .filter(subject -> random.nextInt(12) == 0 || subject.kind() == Subject.Kind.ORGANIZATION)
                .toList();

        assertThat(some)
                .isNotEmpty()
                .allSatisfy(subject -> assertThat(
                                now.scoreIf(then, subject).orElseThrow().milliPoints())
                        .isEqualTo(all.score(subject).orElseThrow().milliPoints()));
    }

    private static Estate wide(RandomEstate facts, Random random) {
        Estate.Builder estate = facts.build().toBuilder();
        for (int i = 5; i < ZONES; i++) {
            estate.add(facts.zone("z" + i));
        }
        for (int i = 0; i < LINKS; i++) {
            estate.add(link(facts, random, "l" + i));
        }
        for (int i = 0; i < POINTS; i++) {
            estate.add(point(facts, random, "c" + i));
        }
        return estate.build();
    }

    private static ZoneLink link(RandomEstate facts, Random random, String key) {
        ZoneLink link = facts.zoneLink(key);
        int from = random.nextInt(ZONES);
        int to = (from + 1 + random.nextInt(ZONES - 1)) % ZONES;
        return new ZoneLink(
                key,
                link.name(),
                "z" + from,
                "z" + to,
                link.terms(),
                link.filtering(),
                random.nextInt(20) == 0 ? link.state() : LinkState.ACTIVE);
    }

    private static ConnectionPoint point(RandomEstate facts, Random random, String key) {
        ConnectionPoint point = Links.up(facts.point(key));
        return new ConnectionPoint(
                key,
                point.name(),
                new Ends(point.thirdParty(), point.ends().sources(), "z" + random.nextInt(ZONES), null),
                point.privileged(),
                point.login(),
                point.terms(),
                point.filtering(),
                point.state());
    }

    private static Estate changed(Estate estate, RandomEstate facts, Random random) {
        Estate.Builder next = estate.toBuilder();
        return switch (random.nextInt(6)) {
            case 0 -> next.add(link(facts, random, "l" + random.nextInt(LINKS))).build();
            case 1 -> next.add(facts.zone("z" + random.nextInt(ZONES))).build();
            case 2 ->
                next.add(point(facts, random, "c" + random.nextInt(POINTS))).build();
            case 3 ->
                next.add(renamed(estate.zones().get("z" + random.nextInt(ZONES))))
                        .build();
            case 4 ->
                next.add(renamed(estate.thirdParties().get("t" + random.nextInt(3))))
                        .build();
            default -> facts.changed(estate);
        };
    }

    private static Zone renamed(Zone zone) {
        return new Zone(
                zone.key(),
                zone.name() + "'",
                zone.organization(),
                zone.cidrs(),
                zone.classification(),
                zone.monitoring(),
                zone.egress(),
                zone.state());
    }

    private static ThirdParty renamed(ThirdParty party) {
        return new ThirdParty(
                party.key(),
                party.name() + "'",
                party.kind(),
                party.criticality(),
                party.parent(),
                party.diligence(),
                party.state(),
                party.notice());
    }

    private static Assessment assess(Estate estate, @Nullable Assessment previous) {
        return Assessment.of(estate, RandomEstate.TODAY, Models.CURRENT, Catalogue.rules(), previous);
    }
}
