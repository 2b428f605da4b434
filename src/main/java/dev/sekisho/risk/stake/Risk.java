package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Causes;
import dev.sekisho.risk.score.Loss;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Upkeep.Floor;
import dev.sekisho.risk.stake.Basin.Way;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk that comes from somewhere, or to somewhere.
 *
 * @param terms its greatest terms, the greatest first
 * @param story the score of all together
 */
public record Risk(List<Term> terms, Story story) {
    public static final Risk NONE = new Risk(List.of(), Story.NONE);

    /** One way in that is up, with what lies before it. */
    public record Seen(Way way, Outlook outlook) {}

    /** Of all terms of a ranking together, told as the story of the greatest. */
    public static Risk of(Ranking ranking, Floor floor, Stakes stakes, Model.Terms weights) {
        List<Term> terms = ranking.terms();
        if (terms.isEmpty()) {
            return NONE;
        }
        Term lead = terms.get(0);
        return new Risk(terms, Story.of(lead, stakes.get(lead.sight().zone()), together(terms), floor, weights));
    }

    /** What comes over one connection point, to each target from wherever it lands that is worst for it. */
    public static Story over(List<Seen> ways, Term lead, Stake stake, Model.Terms weights) {
        Floor floor = lead.entrant().upkeep().floor();
        int whole = ways.size() == 1
                ? lead.entrant().upkeep().milliPoints() + ways.get(0).outlook.milliPoints()
                : together(ranked(ways).terms());
        return Story.of(lead, stake, whole, floor, weights);
    }

    /** The worst that comes over some ways; absent where they lead to no target. */
    public static @Nullable Term lead(List<Seen> ways) {
        return ways.stream()
                .filter(seen -> !seen.outlook.sights().isEmpty())
                .map(seen -> new Term(seen.way.entrant(), seen.outlook.sights().get(0), seen.way.pool()))
                .min(Term.GREATEST_FIRST)
                .orElse(null);
    }

    /** What comes from one third party over all its ways, to each target over the worst. */
    public static Risk from(List<Seen> ways, List<Term> atHolder, Floor floor, Stakes stakes, Model.Terms weights) {
        Ranking ranking = ranked(ways);
        atHolder.forEach(ranking::offer);
        return ways.isEmpty() && atHolder.isEmpty() ? NONE : of(ranking, floor, stakes, weights);
    }

    /** The greatest terms over some ways, one for each target. */
    public static List<Term> terms(List<Seen> ways) {
        return ranked(ways).terms();
    }

    private static Ranking ranked(List<Seen> ways) {
        var ranking = Ranking.byTarget();
        for (Seen seen : ways) {
            Causes pool = seen.way.pool();
            seen.outlook.sights().forEach(sight -> ranking.offer(new Term(seen.way.entrant(), sight, pool)));
        }
        return ranking;
    }

    /** The score of terms together. */
    public static int score(List<Term> terms) {
        return Loss.capped(whole(terms));
    }

    /** The same before it is capped; less than anything where nothing comes. */
    public static int whole(List<Term> terms) {
        return terms.isEmpty() ? Greatest.NOTHING : together(terms);
    }

    /** LSE5 of terms, neither floored nor capped. */
    private static int together(List<Term> terms) {
        return Loss.combine(terms.stream().mapToInt(Term::milliPoints).toArray());
    }
}
