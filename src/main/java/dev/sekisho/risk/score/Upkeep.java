package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well or badly a way in is kept, and by whom: what it adds to every risk that comes over it, whatever the target.
 *
 * @param lines E, A, and what else is known of the third party
 * @param milliPoints their sum
 * @param exposureMilli E alone, 0..100 points
 * @param floor below which the way's own score does not come while it is up
 */
public record Upkeep(List<Contribution> lines, int milliPoints, int exposureMilli, Floor floor) {

    /** Worse first; of those as bad the order is that of their amounts, which no renaming changes. */
    public static final Comparator<Upkeep> WORST_FIRST =
            Comparator.comparingInt(Upkeep::milliPoints).reversed().thenComparing(Upkeep::compareAmounts);

    /**
     * Below this no score comes.
     *
     * @param code what it is called in the line
     * @param milliPoints 0 where there is none
     */
    public record Floor(String code, int milliPoints) {
        public static final Floor NONE = new Floor("", 0);

        /** The higher one. */
        static Floor higher(Floor one, Floor other) {
            return other.milliPoints > one.milliPoints ? other : one;
        }
    }

    /**
     * What is known of the third party.
     *
     * @param offboarded whether we ended the relation
     */
    public record Party(Assurance assurance, Notice notice, boolean offboarded) {

        /** The floor under the score of a third party any of whose ways is up. */
        public Floor floor(Model model) {
            Model.Floors floors = model.floors();
            Floor floor = Floor.NONE;
            if (offboarded) {
                floor = Floor.higher(floor, new Floor("OFFBOARDED", Points.milli(floors.offboarded())));
            }
            return switch (notice) {
                case NONE -> floor;
                case SUSPECTED -> Floor.higher(floor, new Floor("SUSPECTED", Points.milli(floors.suspected())));
                case COMPROMISED -> Floor.higher(floor, new Floor("COMPROMISED", Points.milli(floors.compromised())));
            };
        }
    }

    /** @param privileged whether whoever comes in has, or may have, administrator's rights */
    public static Upkeep of(Exposure exposure, @Nullable Party party, boolean privileged, Model model) {
        var lines = new ArrayList<Contribution>();
        List<Factor> factors = exposure.factors(model.exposure());
        factors.forEach(factor -> lines.add(factor.line("E.", model.terms().exposure())));
        if (party != null) {
            party.assurance
                    .factors(model.assurance())
                    .forEach(factor -> lines.add(factor.line("A.", model.terms().assurance())));
            addStanding(lines, party, model.standing());
        }
        if (privileged) {
            double points = model.standing().privileged()
                    + model.standing().privilegedLogin() * exposure.authenticationWeight(model.exposure());
            lines.add(new Contribution(
                    "PRIVILEGED",
                    Points.milli(points),
                    exposure.authentication().name()));
        }
        return new Upkeep(
                Collections.unmodifiableList(lines),
                lines.stream().mapToInt(Contribution::milliPoints).sum(),
                factors.stream().mapToInt(factor -> factor.milli(1)).sum(),
                party == null ? Floor.NONE : party.floor(model));
    }

    private static void addStanding(List<Contribution> lines, Party party, Model.Standing model) {
        int notice = Points.milli(Model.weight(model.notice(), party.notice));
        if (notice != 0) {
            lines.add(new Contribution("NOTICE", notice, party.notice.name()));
        }
        if (party.offboarded) {
            lines.add(new Contribution("OFFBOARDED", Points.milli(model.offboarded())));
        }
    }

    private int compareAmounts(Upkeep other) {
        for (int i = 0; i < Math.min(lines.size(), other.lines.size()); i++) {
            int order = Integer.compare(
                    other.lines.get(i).milliPoints(), lines.get(i).milliPoints());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lines.size(), other.lines.size());
    }
}
