package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.incremental.Grouping;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.score.LinkRisk;
import dev.sekisho.risk.score.Odds;
import dev.sekisho.risk.score.RollUp;
import dev.sekisho.risk.score.RollUp.Part;
import dev.sekisho.risk.score.Score;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores of links, third parties and the portfolio, in the order of the rosters. */
final class LinkScores {
    private final AssessmentInput frame;
    private final ScenarioResult worst;
    private final ScenarioResult best;
    final List<Score> points;
    final List<Score> zoneLinks;
    final List<Score> thirdParties;
    final Portfolio portfolio;
    private final boolean comparable;
    private final List<Subject> gone;
    private final BitSet changedPoints;
    private final BitSet changedLinks;
    private final BitSet changedThirdParties;

    LinkScores(ScenarioResult worst, ScenarioResult best, @Nullable LinkScores previous) {
        this.frame = worst.frame;
        this.worst = worst;
        this.best = best;
        points = links(
                frame.points,
                worst.points,
                best.points,
                previous == null ? null : new Before(previous.points, previous.worst.points, previous.best.points));
        zoneLinks = links(
                frame.zoneLinks,
                worst.zoneLinks,
                best.zoneLinks,
                previous == null
                        ? null
                        : new Before(previous.zoneLinks, previous.worst.zoneLinks, previous.best.zoneLinks));
        Grouping owned = frame.pointsByThirdParty;
        thirdParties = IntStream.range(0, owned.groups())
                .mapToObj(i -> previous != null && sameParts(i, frame.parties.before(i), previous)
                        ? previous.thirdParties.get(frame.parties.before(i))
                        : thirdParty(i))
                .toList();
        portfolio = previous != null
                        && same(thirdParties, previous.thirdParties)
                        && frame.estate.thirdParties() == previous.frame.estate.thirdParties()
                ? previous.portfolio
                : portfolio();
        comparable = previous != null;
        gone = previous == null ? List.of() : gone(previous.frame);
        changedPoints = frame.points.differing(points, previous == null ? null : previous.points);
        changedLinks = frame.zoneLinks.differing(zoneLinks, previous == null ? null : previous.zoneLinks);
        changedThirdParties = frame.parties.differing(thirdParties, previous == null ? null : previous.thirdParties);
    }

    private List<Subject> gone(AssessmentInput before) {
        return Stream.of(
                        gone(Subject.Kind.CONNECTION_POINT, frame.points.goneFrom(before.points)),
                        gone(Subject.Kind.ZONE_LINK, frame.zoneLinks.goneFrom(before.zoneLinks)),
                        gone(Subject.Kind.THIRD_PARTY, frame.parties.goneFrom(before.parties)))
                .flatMap(some -> some)
                .toList();
    }

    private static Stream<Subject> gone(Subject.Kind kind, Stream<String> keys) {
        return keys.map(key -> new Subject(kind, key));
    }

    /** Whether it is known what changed. */
    boolean comparable() {
        return comparable;
    }

    /** Those who had a score and are no more. */
    List<Subject> gone() {
        return gone;
    }

    BitSet changedPoints() {
        return changedPoints;
    }

    BitSet changedLinks() {
        return changedLinks;
    }

    BitSet changedThirdParties() {
        return changedThirdParties;
    }

    private record Before(List<Score> scores, List<LinkPicture> worst, List<LinkPicture> best) {}

    private static <T> List<Score> links(
            IndexedFacts<T> links, List<LinkPicture> worst, List<LinkPicture> best, @Nullable Before before) {
        var affected = new BitSet();
        if (before != null) {
            affected.or(links.differing(worst, before.worst));
            affected.or(links.differing(best, before.best));
        }
        return links.about(
                before == null ? null : before.scores,
                affected,
                i -> score(worst.get(i).risk(), best.get(i).risk()));
    }

    private static Score score(LinkRisk worst, LinkRisk best) {
        return new Score(worst.lines(), Math.min(best.milliPoints(), worst.milliPoints()), worst.highMilli());
    }

    private boolean sameParts(int thirdParty, int place, LinkScores before) {
        Grouping owned = frame.pointsByThirdParty;
        if (place == IndexedFacts.NEW || owned.size(thirdParty) != before.frame.pointsByThirdParty.size(place)) {
            return false;
        }
        for (int i = 0; i < owned.size(thirdParty); i++) {
            int point = owned.member(thirdParty, i);
            if (points.get(point) != frame.points.earlier(before.points, point)) {
                return false;
            }
        }
        return true;
    }

    private Score thirdParty(int thirdParty) {
        Grouping owned = frame.pointsByThirdParty;
        int[] own = IntStream.range(0, owned.size(thirdParty))
                .map(i -> owned.member(thirdParty, i))
                .toArray();
        List<Part> lines = Arrays.stream(own)
                .mapToObj(i -> new Part(
                        "LINK:" + frame.points.get(i).key(),
                        points.get(i).milliPoints(),
                        frame.points.get(i).name()))
                .toList();
        return new Score(RollUp.lines(lines), combine(own, Score::lowMilli), combine(own, Score::highMilli));
    }

    private int combine(int[] own, ToIntFunction<Score> end) {
        return Odds.combine(
                Arrays.stream(own).map(i -> end.applyAsInt(points.get(i))).toArray());
    }

    private Portfolio portfolio() {
        List<ThirdParty> all = frame.parties.items();
        List<Part> lines = IntStream.range(0, all.size())
                .mapToObj(i -> new Part(
                        "THIRD_PARTY:" + all.get(i).key(),
                        thirdParties.get(i).milliPoints(),
                        all.get(i).name()))
                .toList();
        double sum = odds(Score::milliPoints) / Odds.of(Odds.HIGHEST);
        return new Portfolio(
                new Score(RollUp.mean(lines, all.size()), mean(Score::lowMilli), mean(Score::highMilli)), sum);
    }

    private int mean(ToIntFunction<Score> end) {
        return Odds.score(odds(end) / Math.max(1, thirdParties.size()));
    }

    private double odds(ToIntFunction<Score> end) {
        return thirdParties.stream()
                .mapToInt(end)
                .filter(score -> score > 0)
                .sorted()
                .mapToDouble(Odds::of)
                .sum();
    }

    private static boolean same(List<Score> one, List<Score> other) {
        return one.size() == other.size() && IntStream.range(0, one.size()).allMatch(i -> one.get(i) == other.get(i));
    }
}
