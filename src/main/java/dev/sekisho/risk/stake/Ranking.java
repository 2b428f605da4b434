package dev.sekisho.risk.stake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The ten greatest of many terms, of those that have something in common only the greatest. */
public final class Ranking {
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

    /** The greatest of terms that are each the greatest of something, one for each third party and target. */
    public static List<Term> among(Stream<List<Term>> some) {
        Ranking ranking = byPartyAndTarget();
        some.forEach(terms -> terms.forEach(ranking::offer));
        return ranking.terms();
    }

    /** Whether a term of so much would change anything. */
    public boolean wants(int milliPoints) {
        return milliPoints >= least();
    }

    /** What a term has to come to to be among them; the least of all numbers where there is room. */
    int least() {
        return new Greatest(greatest).least();
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
        Greatest.add(term, greatest, Term.GREATEST_FIRST);
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
