package dev.sekisho.risk.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.RandomEstate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.score.Contribution;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What the service computes in a clever way is what comes out of the model's description in a plain one. */
class RefereeProperties {
    private static final String WIDE = "point of several zones";
    private static final List<String> KINDS = List.of("point", WIDE, "host", "supply", "holding");

    @Property(tries = 1000)
    void everyScoreIsThatOfTheReferee(@ForAll Random random) {
        assertSame(new RandomEstate(random).build());
    }

    @Property(tries = 1000)
    void everyScoreIsThatOfTheRefereeWhereMuchHasToBeBroken(@ForAll Random random) {
        Assessment assessment = assertSame(new GuardedEstate(random).build());
        new Referee(assessment)
                .deciding()
                .forEach(way -> Statistics.label("ways that decide").collect(kind(way)));

        for (String point : assessment.estate().connectionPoints().keySet()) {
            Statistics.label("breaks before the worst target").collect(breaks(assessment, point));
        }
        Statistics.label("breaks before the worst target").coverage(all -> {
            for (int breaks = 0; breaks <= 3; breaks++) {
                all.check(breaks).count(n -> n > 10);
            }
        });
        Statistics.label("ways that decide").coverage(all -> {
            for (String kind : KINDS) {
                all.check(kind).count(n -> n > 0);
                all.check("principal's " + kind).count(n -> n > 0);
            }
        });
    }

    @Property(tries = 1000)
    void theLowerEndIsTheScoreWhereAllThatIsUnknownIsTold(@ForAll Random random) {
        Estate estate =
                located(random.nextBoolean() ? new RandomEstate(random).build() : new GuardedEstate(random).build());
        Assessment assessment = assess(estate);
        var referee = new Referee(assess(BestCase.of(estate)));
        Map<Subject, Integer> computed = new TreeMap<>();
        Map<Subject, Integer> expected = new TreeMap<>();
        scores(assessment).forEach((subject, score) -> {
            computed.put(subject, score.lowMilli());
            expected.put(subject, referee.score(subject));
        });

        assertThat(differences(computed, expected)).isEmpty();
    }

    @Property(tries = 1000)
    void theUpperEndIsTheScoreWhereAllThatIsPossibleIsProven(@ForAll Random random) {
        Estate estate = random.nextBoolean() ? new RandomEstate(random).build() : new GuardedEstate(random).build();
        Assessment assessment = assess(estate);
        var referee = new Referee(assess(BestCase.proving(estate)));
        Map<Subject, Integer> computed = new TreeMap<>();
        Map<Subject, Integer> expected = new TreeMap<>();
        scores(assessment).forEach((subject, score) -> {
            computed.put(subject, score.highMilli());
            expected.put(subject, referee.score(subject));
            Statistics.label("upper end").collect(score.highMilli() > score.milliPoints() ? "above" : "the score");
        });

        assertThat(differences(computed, expected)).isEmpty();
        Statistics.label("upper end").coverage(all -> all.check("above").count(n -> n > 100));
    }

    /** Where the addresses of a zone are not known, they cannot be told without changing the space that is measured. */
    private static Estate located(Estate estate) {
        Estate.Builder next = estate.toBuilder();
        for (Zone zone : estate.zones().values()) {
            next.add(zone.with(AddressSet.of("10.0." + zone.key().substring(1) + ".0/24")));
        }
        return next.build();
    }

    private static Assessment assertSame(Estate estate) {
        Assessment assessment = assess(estate);
        var referee = new Referee(assessment);
        Map<Subject, Integer> computed = new TreeMap<>();
        Map<Subject, Integer> expected = new TreeMap<>();
        scores(assessment).forEach((subject, score) -> {
            computed.put(subject, score.milliPoints());
            expected.put(subject, referee.score(subject));
            if (score.milliPoints() > 0 && subject.kind() == Subject.Kind.CONNECTION_POINT) {
                assertThat(kept(score))
                        .as("lines of %s", subject)
                        .isEqualTo(referee.lines(estate.connectionPoints().get(subject.key())));
            }
        });
        assertThat(differences(computed, expected)).isEmpty();
        return assessment;
    }

    /** Those that are kept, and those of hosts, which are worked out when they are asked for. */
    private static Map<Subject, Score> scores(Assessment assessment) {
        var all = new TreeMap<>(assessment.scores());
        for (String key : assessment.estate().assets().keySet()) {
            var host = new Subject(Subject.Kind.ASSET, key);
            Score score = assessment.score(host).orElseThrow();
            assertThat(score.contributions().stream()
                            .mapToInt(Contribution::milliPoints)
                            .sum())
                    .as("lines of %s", host)
                    .isEqualTo(score.milliPoints());
            all.put(host, score);
        }
        return all;
    }

    private static Assessment assess(Estate estate) {
        return Assessment.of(estate, RandomEstate.TODAY, Models.CURRENT, List.of(), null);
    }

    private static List<String> differences(Map<Subject, Integer> computed, Map<Subject, Integer> expected) {
        return expected.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(computed.get(entry.getKey())))
                .map(entry -> entry + " expected, and not " + computed.get(entry.getKey()))
                .toList();
    }

    private static Map<String, Integer> kept(Score score) {
        Predicate<String> kept = code -> code.startsWith("E.")
                || code.startsWith("A.")
                || List.of("NOTICE", "OFFBOARDED", "PRIVILEGED").contains(code);
        return score.contributions().stream()
                .filter(line -> kept.test(line.code()) && line.milliPoints() != 0)
                .collect(Collectors.toMap(Contribution::code, Contribution::milliPoints));
    }

    static String kind(Way way) {
        String kind = way.landings().size() > 1 ? WIDE : way.name().split(" ")[0];
        return way.name().contains(" through ") ? "principal's " + kind : kind;
    }

    private static int breaks(Assessment assessment, String point) {
        return (int)
                assessment
                        .score(new Subject(Subject.Kind.CONNECTION_POINT, point))
                        .orElseThrow()
                        .contributions()
                        .stream()
                        .filter(line -> line.code().startsWith("BREAK."))
                        .count();
    }
}
