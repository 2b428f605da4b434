package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Loss;
import dev.sekisho.risk.score.Model;
import dev.sekisho.risk.score.Upkeep.Floor;
import dev.sekisho.risk.stake.Basin.Way;
import java.util.List;

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

    /** What comes over one way; it stands nowhere yet, so nobody needs its terms. */
    public static Story over(Way way, Outlook outlook, Stake stake, Model.Terms weights) {
        Term lead = new Term(way.entrant(), outlook.sights().get(0), way.pool());
        int whole = way.entrant().upkeep().milliPoints() + outlook.milliPoints();
        return Story.of(lead, stake, whole, way.entrant().upkeep().floor(), weights);
    }

    /** The greatest terms over one way. */
    public static List<Term> terms(Way way, Outlook outlook) {
        return outlook.sights().stream()
                .map(sight -> new Term(way.entrant(), sight, way.pool()))
                .toList();
    }

    /** What comes from one third party over all its ways, to each target over the worst. */
    public static Risk from(List<Seen> ways, Stakes stakes, Model.Terms weights) {
        var ranking = Ranking.byTarget();
        for (Seen seen : ways) {
            terms(seen.way, seen.outlook).forEach(ranking::offer);
        }
        return ways.isEmpty()
                ? NONE
                : of(ranking, ways.get(0).way.entrant().upkeep().floor(), stakes, weights);
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
