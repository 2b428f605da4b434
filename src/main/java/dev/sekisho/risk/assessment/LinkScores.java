package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Assessment.Portfolio;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.ThirdParty;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.score.Upkeep.Floor;
import dev.sekisho.risk.stake.Ranking;
import dev.sekisho.risk.stake.Risk;
import dev.sekisho.risk.stake.Risk.Seen;
import dev.sekisho.risk.stake.Shares;
import dev.sekisho.risk.stake.Shares.Part;
import dev.sekisho.risk.stake.Stake;
import dev.sekisho.risk.stake.Stakes;
import dev.sekisho.risk.stake.Story;
import dev.sekisho.risk.stake.Term;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores of connection points, third parties and the portfolio, in the order of the rosters. */
final class LinkScores {
    private final AssessmentInput input;
    private final Derived<?, List<Seen>> ways;
    private final Derived<?, Risk> risks;
    final Derived<?, Score> points;
    final Derived<?, Score> thirdParties;
    final Portfolio portfolio;

    /**
     * @param lead the worst of what comes over it; absent where it is down
     * @param stake of its target
     */
    private record OverPoint(
            List<Seen> ways, @Nullable Term lead, @Nullable Stake stake) {
        static OverPoint of(List<Seen> ways, Stakes stakes) {
            Term lead = Risk.lead(ways);
            return new OverPoint(ways, lead, lead == null ? null : stakes.get(lead.target()));
        }

        Story story(Model.Terms weights) {
            return lead == null || stake == null ? Story.NONE : Risk.over(ways, lead, stake, weights);
        }
    }

    private record Ends(Story worst, Story best) {
        Score score() {
            return new Score(
                    worst.lines(),
                    worst.whole(),
                    Math.min(best.milliPoints(), worst.milliPoints()),
                    worst.milliPoints());
        }
    }

    /** @param atHolder what it holds for us, or has the way to of whom it works for */
    private record OfParty(List<Seen> ways, List<Term> atHolder, Floor floor, Stakes stakes) {}

    private record Everybody(List<ThirdParty> parties, List<Risk> worst, List<Risk> best) {}

    LinkScores(ScenarioResult worst, ScenarioResult best, Step step) {
        this.input = worst.input;
        ways = worst.into.points;
        Model.Terms weights = input.model.terms();
        Derived<?, Story> atWorst = overPoints("worst over points", worst, step);
        Derived<?, Story> atBest = best == worst ? atWorst : overPoints("best over points", best, step);
        points = step.over(input.points)
                .reading(atWorst)
                .reading(atBest)
                .derive("scores of points", at -> new Ends(atWorst.get(at), atBest.get(at)), Ends::score);
        risks = risks("worst of third parties", worst, weights, step);
        Derived<?, Risk> least = best == worst ? risks : risks("best of third parties", best, weights, step);
        thirdParties = step.over(input.parties)
                .reading(risks)
                .reading(least)
                .derive(
                        "scores of third parties",
                        at -> new Ends(risks.get(at).story(), least.get(at).story()),
                        Ends::score);
        portfolio = step.value(
                "portfolio",
                new Everybody(input.parties.items(), risks.values(), least.values()),
                LinkScores::portfolio);
    }

    private Derived<?, Story> overPoints(String name, ScenarioResult of, Step step) {
        Model.Terms weights = input.model.terms();
        return step.over(input.points)
                .reading(of.into.points)
                .readingFrom(of.stakes.all)
                .given(weights)
                .derive(name, at -> OverPoint.of(of.into.points.get(at), of.stakes.all), over -> over.story(weights));
    }

    private Derived<?, Risk> risks(String name, ScenarioResult of, Model.Terms weights, Step step) {
        return step.over(input.parties)
                .readingMembers(of.into.points, input.pointsByParty)
                .reading(of.into.parties)
                .reading(of.atHolders.terms)
                .reading(of.upkeeps.parties)
                .readingFrom(of.stakes.all)
                .given(input.model)
                .derive(
                        name,
                        party -> new OfParty(
                                seen(of.into, party),
                                of.atHolders.terms.get(party),
                                of.upkeeps.parties.get(party).floor(input.model),
                                of.stakes.all),
                        all -> Risk.from(all.ways, all.atHolder, all.floor, all.stakes, weights));
    }

    private List<Seen> seen(WaysInto into, int party) {
        return Stream.concat(
                        input.pointsByParty.members(party).mapToObj(into.points::get),
                        Stream.of(into.parties.get(party)))
                .flatMap(List::stream)
                .toList();
    }

    /** The greatest risks of everybody. */
    List<Term> terms() {
        return Ranking.among(risks.values().stream().map(Risk::terms));
    }

    List<Term> termsFrom(int party) {
        return risks.get(party).terms();
    }

    List<Term> termsOver(int point) {
        return Risk.terms(ways.get(point));
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
        addChanged(Subject.Kind.THIRD_PARTY, input.parties, thirdParties, to);
    }

    /** What is shown with a score changes with the fact it is of. */
    private static void addChanged(
            Subject.Kind kind, IndexedFacts<?> roster, Derived<?, Score> scores, Map<Subject, Score> to) {
        var changed = roster.changed();
        changed.or(scores.changed());
        changed.stream().forEach(at -> to.put(new Subject(kind, roster.keys().get(at)), scores.get(at)));
    }

    private static Portfolio portfolio(Everybody all) {
        List<Part> parts = IntStream.range(0, all.parties.size())
                .filter(i -> all.worst.get(i).story().milliPoints() > 0)
                .mapToObj(i -> new Part(
                        "THIRD_PARTY:" + all.parties.get(i).key(),
                        all.worst.get(i).story().milliPoints(),
                        all.worst.get(i).story().whole(),
                        all.best.get(i).story().milliPoints(),
                        List.of(all.parties.get(i).name())))
                .toList();
        List<Term> terms = Ranking.among(all.worst.stream().map(Risk::terms));
        int worst = Risk.score(terms);
        double sum = all.worst.stream()
                .mapToInt(risk -> risk.story().milliPoints())
                .asLongStream()
                .sum();
        return new Portfolio(
                new Score(
                        Shares.of(worst, parts),
                        Risk.whole(terms),
                        Math.min(Risk.score(Ranking.among(all.best.stream().map(Risk::terms))), worst),
                        worst),
                sum / 1000 / Math.max(1, all.parties.size()));
    }
}
