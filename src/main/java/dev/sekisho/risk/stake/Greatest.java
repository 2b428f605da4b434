package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Loss;
import java.util.Comparator;
import java.util.List;

/** The greatest of all terms, to ask whether others would be among them. */
record Greatest(List<Term> terms) {

    /** Less than anything, and far from the end of numbers. */
    static final int NOTHING = Integer.MIN_VALUE / 2;

    /** What a term has to come to to be among them; less than anything where there is room. */
    int least() {
        return terms.size() < Loss.TERMS ? NOTHING : terms.get(Loss.TERMS - 1).milliPoints();
    }

    /** Puts one more among the greatest, which are in their order, and leaves out what is then too much. */
    static <T> void add(T one, List<T> greatest, Comparator<T> greatestFirst) {
        int at = greatest.size();
        while (at > 0 && greatestFirst.compare(one, greatest.get(at - 1)) < 0) {
            at--;
        }
        greatest.add(at, one);
        if (greatest.size() > Loss.TERMS) {
            greatest.remove(Loss.TERMS);
        }
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
