package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Loss;
import dev.sekisho.risk.score.Score;
import dev.sekisho.risk.stake.Shares.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What risk comes to or over: the greatest terms as they are and at best, and the score. */
public record Region(List<Term> worst, List<Term> best, Score score) {

    /** A score that is shared by the third parties it comes from. */
    public static Region shared(List<Term> worst, List<Term> best, Stakes stakes) {
        return shared(worst, best, term -> stakes.get(term.target()).name());
    }

    /**
     * The same for one thing in a zone, which is worth something else to whoever comes there. All terms change by as much,
     * so the ten greatest are the same.
     *
     * @param name its name
     * @param worst by how much more is at stake there, in milli-points
     * @param best the same at best
     */
    public Region revalued(String name, int worst, int best) {
        return shared(revalued(this.worst, worst), revalued(this.best, best), term -> name);
    }

    private static List<Term> revalued(List<Term> terms, int more) {
        return terms.stream().map(term -> term.worth(more)).toList();
    }

    private static Region shared(List<Term> worst, List<Term> best, Function<Term, String> target) {
        int whole = Risk.whole(worst);
        int score = Loss.capped(whole);
        Map<String, Term> greatest = new HashMap<>();
        Map<String, Integer> sums = new HashMap<>();
        for (Term term : worst) {
            String party = term.entrant().party();
            greatest.putIfAbsent(party, term);
            sums.merge(party, term.milliPoints(), (one, more) -> Loss.combine(one, more));
        }
        List<Part> parts = greatest.values().stream()
                .map(term -> Part.uncapped(
                        "THIRD_PARTY:" + term.entrant().party(),
                        sums.get(term.entrant().party()),
                        over(term, target.apply(term))))
                .toList();
        return new Region(
                worst, best, new Score(Shares.of(score, parts), whole, Math.min(Risk.score(best), score), score));
    }

    /** A score told as the story of its greatest term. */
    public static Region told(Risk worst, Risk best) {
        Story story = worst.story();
        int score = story.milliPoints();
        return new Region(
                worst.terms(),
                best.terms(),
                new Score(story.lines(), story.whole(), Math.min(best.story().milliPoints(), score), score));
    }

    private static List<String> over(Term term, String target) {
        return List.of(
                "OVER",
                term.entrant().door().over().key(),
                target,
                String.valueOf(term.sight().breaks()),
                term.entrant().door().over().kind().name());
    }
}
