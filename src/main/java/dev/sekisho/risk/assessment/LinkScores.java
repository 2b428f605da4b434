package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Assessment.Portfolio;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.LinkRisk;
import dev.sekisho.risk.score.Odds;
import dev.sekisho.risk.score.RollUp;
import dev.sekisho.risk.score.RollUp.Part;
import dev.sekisho.risk.score.Score;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scores of links, third parties and the portfolio, in the order of the rosters. */
final class LinkScores {
    private final AssessmentInput input;
    final Derived<Risks, Score> points;
    final Derived<Risks, Score> zoneLinks;
    final Derived<List<Named>, Score> thirdParties;
    final Portfolio portfolio;

    /** Of one link, under both answers to what is unknown. */
    record Risks(LinkRisk worst, LinkRisk best) {
        Score score() {
            return new Score(worst.lines(), Math.min(best.milliPoints(), worst.milliPoints()), worst.highMilli());
        }
    }

    /** A score and whose it is. */
    record Named(String key, String name, Score score) {}

    private record Everybody(List<ThirdParty> parties, List<Score> scores) {}

    LinkScores(ScenarioResult worst, ScenarioResult best, Step step) {
        this.input = worst.input;
        points = links("points", input.points, worst.points, best.points, step);
        zoneLinks = links("zone links", input.zoneLinks, worst.zoneLinks, best.zoneLinks, step);
        thirdParties = step.over(input.parties)
                .readingMembers(points, input.pointsByParty)
                .readingMembers(input.points, input.pointsByParty)
                .derive("scores of third parties", this::owned, LinkScores::thirdParty);
        portfolio = step.value(
                "portfolio", new Everybody(input.parties.items(), thirdParties.values()), LinkScores::portfolio);
    }

    private static Derived<Risks, Score> links(
            String which,
            IndexedFacts<? extends Link> links,
            Derived<?, LinkPicture> worst,
            Derived<?, LinkPicture> best,
            Step step) {
        return step.over(links)
                .reading(worst)
                .reading(best)
                .derive(
                        "scores of " + which,
                        at -> new Risks(worst.get(at).risk(), best.get(at).risk()),
                        Risks::score);
    }

    /** Those who had a score and are no more. */
    List<Subject> gone() {
        return Stream.of(
                        gone(Subject.Kind.CONNECTION_POINT, input.points),
                        gone(Subject.Kind.ZONE_LINK, input.zoneLinks),
                        gone(Subject.Kind.THIRD_PARTY, input.parties))
                .flatMap(some -> some)
                .toList();
    }

    private static Stream<Subject> gone(Subject.Kind kind, IndexedFacts<?> roster) {
        return roster.gone().stream().map(key -> new Subject(kind, key));
    }

    /** Adds every score that is new or other than before. */
    void addChanged(Map<Subject, Score> to) {
        to.put(Subject.PORTFOLIO, portfolio.score());
        addChanged(Subject.Kind.CONNECTION_POINT, input.points, points, to);
        addChanged(Subject.Kind.ZONE_LINK, input.zoneLinks, zoneLinks, to);
        addChanged(Subject.Kind.THIRD_PARTY, input.parties, thirdParties, to);
    }

    /** What is shown with a score changes with the fact it is of. */
    private static void addChanged(
            Subject.Kind kind, IndexedFacts<?> roster, Derived<?, Score> scores, Map<Subject, Score> to) {
        var changed = roster.changed();
        changed.or(scores.changed());
        changed.stream().forEach(at -> to.put(new Subject(kind, roster.keys().get(at)), scores.get(at)));
    }

    private List<Named> owned(int thirdParty) {
        return input.pointsByParty
                .members(thirdParty)
                .mapToObj(at -> new Named(
                        input.points.get(at).key(), input.points.get(at).name(), points.get(at)))
                .toList();
    }

    private static Score thirdParty(List<Named> links) {
        List<Part> lines = links.stream()
                .map(link -> new Part("LINK:" + link.key, link.score.milliPoints(), link.name))
                .toList();
        return new Score(RollUp.lines(lines), combine(links, Score::lowMilli), combine(links, Score::highMilli));
    }

    private static int combine(List<Named> links, ToIntFunction<Score> end) {
        return Odds.combine(links.stream().map(Named::score).mapToInt(end).toArray());
    }

    private static Portfolio portfolio(Everybody all) {
        List<Part> lines = IntStream.range(0, all.parties.size())
                .mapToObj(i -> new Part(
                        "THIRD_PARTY:" + all.parties.get(i).key(),
                        all.scores.get(i).milliPoints(),
                        all.parties.get(i).name()))
                .toList();
        double sum = odds(all.scores, Score::milliPoints) / Odds.of(Odds.HIGHEST);
        return new Portfolio(
                new Score(
                        RollUp.mean(lines, all.parties.size()),
                        mean(all.scores, Score::lowMilli),
                        mean(all.scores, Score::highMilli)),
                sum);
    }

    private static int mean(List<Score> scores, ToIntFunction<Score> end) {
        return Odds.score(odds(scores, end) / Math.max(1, scores.size()));
    }

    private static double odds(List<Score> scores, ToIntFunction<Score> end) {
        return scores.stream()
                .mapToInt(end)
                .filter(score -> score > 0)
                .sorted()
                .mapToDouble(Odds::of)
                .sum();
    }
}
