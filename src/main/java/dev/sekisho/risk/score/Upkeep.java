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
    public record Floor(String code, int milliPoints, String detail) {
        public static final Floor NONE = new Floor("", 0, "");

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
                floor = Floor.higher(
                        floor,
                        new Floor("OFFBOARDED", Points.milli(floors.offboarded()), "off-boarded, and still connected"));
            }
            return switch (notice) {
                case NONE -> floor;
                case SUSPECTED ->
                    Floor.higher(
                            floor,
                            new Floor(
                                    "SUSPECTED", Points.milli(floors.suspected()), "an intrusion is suspected there"));
                case COMPROMISED ->
                    Floor.higher(
                            floor,
                            new Floor(
                                    "COMPROMISED", Points.milli(floors.compromised()), "somebody has broken in there"));
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
            String known = party.notice == Notice.COMPROMISED
                    ? "somebody has broken in at the third party"
                    : "an intrusion at the third party is suspected";
            lines.add(new Contribution("NOTICE", notice, known));
        }
        if (party.offboarded) {
            lines.add(new Contribution(
                    "OFFBOARDED", Points.milli(model.offboarded()), "the relation has ended, the connection has not"));
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
