package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Loss;
import java.util.List;

/** The greatest of all terms, to ask whether others would be among them. */
record Greatest(List<Term> terms) {

    /** What a term has to come to to be among them. */
    int least() {
        return terms.size() < Loss.TERMS
                ? Ranking.NOTHING
                : terms.get(Loss.TERMS - 1).milliPoints();
    }

    /** Whether anybody of a group who comes to one of these targets is, or would be, among them. */
    boolean wantsAny(Group group, List<Sight> sights) {
        return sights.stream()
                .anyMatch(sight ->
                        group.entrants().stream().anyMatch(entrant -> wants(new Term(entrant, sight, group.pool()))));
    }

    /** Of terms that come to the same the order decides, so that it is always the same ones that are among them. */
    private boolean wants(Term term) {
        return terms.size() < Loss.TERMS || Term.GREATEST_FIRST.compare(term, terms.get(Loss.TERMS - 1)) <= 0;
    }
}
