package dev.sekisho.risk.stake;

import dev.sekisho.risk.score.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The ten greatest of many terms, of those that have something in common only the greatest. */
public final class Ranking {
    /** Less than any term, and far from the end of numbers. */
    static final int NOTHING = Integer.MIN_VALUE / 2;

    private final Function<Term, Object> common;
    private final List<Term> greatest = new ArrayList<>();

    private Ranking(Function<Term, Object> common) {
        this.common = common;
    }

    /** One term for each third party. */
    public static Ranking byParty() {
        return new Ranking(term -> term.entrant().party());
    }

    /** One term for each target. */
    public static Ranking byTarget() {
        return new Ranking(term -> term.sight().zone());
    }

    private record Pair(String party, int zone) {}

    /** One term for each third party and target. */
    public static Ranking byPartyAndTarget() {
        return new Ranking(term -> new Pair(term.entrant().party(), term.sight().zone()));
    }

    /** Whether a term of so much would change anything. */
    public boolean wants(int milliPoints) {
        return milliPoints >= least();
    }

    /** What a term has to come to to be among them; the least of all numbers where there is room. */
    int least() {
        return greatest.size() < Loss.TERMS
                ? NOTHING
                : greatest.get(Loss.TERMS - 1).milliPoints();
    }

    public void offer(Term term) {
        if (!wants(term.milliPoints())) {
            return;
        }
        Object key = common.apply(term);
        for (int i = 0; i < greatest.size(); i++) {
            if (Objects.equals(common.apply(greatest.get(i)), key)) {
                if (Term.GREATEST_FIRST.compare(term, greatest.get(i)) >= 0) {
                    return;
                }
                greatest.remove(i);
                break;
            }
        }
        int at = greatest.size();
        while (at > 0 && Term.GREATEST_FIRST.compare(term, greatest.get(at - 1)) < 0) {
            at--;
        }
        greatest.add(at, term);
        if (greatest.size() > Loss.TERMS) {
            greatest.remove(Loss.TERMS);
        }
    }

    /** Everybody of a group who comes to a target. */
    void offer(Group group, Sight sight) {
        for (Entrant entrant : group.entrants()) {
            if (!wants(entrant.upkeep().milliPoints() + sight.milliPoints())) {
                return;
            }
            offer(new Term(entrant, sight, group.pool()));
        }
    }

    /** The greatest first. */
    public List<Term> terms() {
        return List.copyOf(greatest);
    }
}
