package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.link.Egress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

    /** @param party absent where no third party comes in by it */
    public static Upkeep of(Keeping way, @Nullable Party party, Model model) {
        var lines = new ArrayList<>(way.exposure());
        if (party != null) {
            party.assurance
                    .factors(model.assurance())
                    .forEach(factor -> lines.add(factor.line("A.", model.terms().assurance())));
            addStanding(lines, party, model.standing());
        }
        lines.addAll(way.rights());
        return new Upkeep(
                Collections.unmodifiableList(lines),
                lines.stream().mapToInt(Contribution::milliPoints).sum(),
                way.exposureMilli(),
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

    /**
     * How a way in is kept, whoever comes in by it.
     *
     * @param exposure E, a line for each factor that such a way has
     * @param rights what he gets who comes in so, and what is taken off for how he comes
     * @param exposureMilli E alone, 0..100 points
     */
    public record Keeping(List<Contribution> exposure, List<Contribution> rights, int exposureMilli) {
        /** Nothing of ours is passed. */
        public static final Keeping ELSEWHERE = new Keeping(List.of(), List.of(), 0);

        public Keeping {
            exposure = List.copyOf(exposure);
            rights = List.copyOf(rights);
        }

        /** @param privileged whether whoever comes in has, or may have, administrator's rights */
        public static Keeping of(Exposure exposure, boolean privileged, Model model) {
            return of(
                    exposure.factors(model.exposure()),
                    privileged ? List.of(administrator(exposure, model)) : List.of(),
                    model);
        }

        /**
         * Of what comes with software that somebody supplies: there is no link to keep, only the zone the software is in.
         *
         * @param monitored how much of an intrusion would be seen there, 0..1
         */
        public static Keeping ofSupply(double monitored, Egress egress, Model model) {
            int taken = Points.milli(model.standing().supply());
            return of(
                    Exposure.inside(monitored, egress, model.exposure()),
                    List.of(new Contribution("SUPPLY", -taken)),
                    model);
        }

        private static Keeping of(List<Factor> factors, List<Contribution> rights, Model model) {
            Stream<Contribution> lines = factors.stream()
                    .map(factor -> factor.line("E.", model.terms().exposure()));
            return new Keeping(
                    lines.toList(),
                    rights,
                    factors.stream().mapToInt(factor -> factor.milli(1)).sum());
        }

        private static Contribution administrator(Exposure exposure, Model model) {
            double points = model.standing().privileged()
                    + model.standing().privilegedLogin() * exposure.authenticationWeight(model.exposure());
            return new Contribution(
                    "PRIVILEGED",
                    Points.milli(points),
                    exposure.authentication().name());
        }
    }
}
