package dev.sekisho.risk.score;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Transport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every weight, threshold and deadline under one version, as data: a re-fit changes numbers, never code.
 *
 * @param version stands on every answer
 * @param deadlines one row for each combination of the four questions
 */
public record Model(
        String version,
        OfLink link,
        Evidence evidence,
        Exposure exposure,
        Vulnerability vulnerability,
        List<DeadlineRow> deadlines,
        Assurance assurance,
        RollUp rollUp) {

    public Model {
        deadlines = List.copyOf(deadlines);
    }

    public Mix mix() {
        return link.mix();
    }

    public Consequence consequence() {
        return link.consequence();
    }

    public Floors floors() {
        return link.floors();
    }

    /** The row of the deadline table that answers the four questions. */
    public DeadlineRow deadline(boolean exploited, boolean exposed, boolean automatable, boolean total) {
        return deadlines.stream()
                .filter(row -> row.answers(exploited, exposed, automatable, total))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("model " + version + " misses a row of deadlines"));
    }

    /** The weight of something every model has to weigh. */
    static <K> double weight(Map<K, Double> weights, K of) {
        return requireNonNull(weights.get(of));
    }

    /**
     * How the parts of a link make its risk.
     *
     * @param mix what E, V, A and C weigh; they sum to 1
     */
    public record OfLink(Mix mix, Consequence consequence, Floors floors) {}

    /** Weights of the four parts of a link's risk. */
    public record Mix(double exposure, double vulnerability, double assurance, double consequence) {}

    /** A value that grows from 0 at {@code from} to 1 at {@code from + span}. */
    public record Ramp(double from, double span) {
        public double at(double value) {
            return Math.max(0, Math.min(1, (value - from) / span));
        }
    }

    /**
     * How long somebody having looked counts.
     *
     * @param validDays from an inspection to the next, where none is due earlier
     * @param graceDays after the due date, until nothing is left of it
     */
    public record Evidence(int validDays, int graceDays) {}

    /** Factors of exposure; {@code nominal} turns openness into the lack of a filter. */
    public record Exposure(
            Map<String, Double> weights,
            Map<FilterState, Double> filter,
            Ramp nominal,
            Map<Authentication, Double> authentication,
            Map<Egress, Double> egress,
            Map<Access, Double> access,
            Map<Transport, Double> transport,
            Ramp review) {}

    /**
     * Factors of vulnerability.
     *
     * @param compensated what a verified compensating control leaves of REMEDY
     * @param exposedFromOpenness openness from which a filter does not keep software from being exposed
     * @param decideWithinDays days to decide on what has no fix
     */
    public record Vulnerability(
            Map<String, Double> weights,
            Epss epss,
            double remedyInTime,
            double overdueHalfLifeDays,
            double compensated,
            Map<Reach, Double> reach,
            double exposedFromOpenness,
            int decideWithinDays) {}

    /**
     * How much an EPSS counts.
     *
     * @param decades powers of ten between one that counts fully and one that counts nothing
     * @param unknown the prior for a vulnerability without
     * @param withPublicExploit the least counted once exploit code is public
     */
    public record Epss(double decades, double unknown, double withPublicExploit) {}

    /** One line of the deadline table; no days means the next upgrade is soon enough. */
    public record DeadlineRow(
            boolean exploited,
            boolean exposed,
            boolean automatable,
            boolean total,
            @Nullable Integer days,
            boolean triage) {

        boolean answers(boolean isExploited, boolean isExposed, boolean isAutomatable, boolean isTotal) {
            return exploited == isExploited && exposed == isExposed && automatable == isAutomatable && total == isTotal;
        }

        @Override
        public String toString() {
            return (exploited ? "exploited, " : "not exploited, ")
                    + (exposed ? "exposed, " : "not exposed, ")
                    + (automatable ? "automatable, " : "not automatable, ")
                    + (total ? "total impact: " : "partial impact: ")
                    + (days == null ? "next upgrade" : days + " days")
                    + (triage ? " and triage" : "");
        }
    }

    /** Factors of assurance. */
    public record Assurance(
            Map<String, Double> weights, Ramp assessment, Map<Notice, Double> notice, double ratingUnknown) {}

    /** What a break between link and target takes off its criticality. */
    public record Consequence(int pointsPerBreak) {}

    /**
     * The floors under a link's risk, in points.
     *
     * @param weakAuthentication weight of authentication from which F5 applies
     */
    public record Floors(int F1, int F2, int F3, int F4, int F5, int F6, double weakAuthentication) {}

    /**
     * How links combine into the risk of zones and organizations.
     *
     * @param bitsPerBreak halvings of the odds per break on the way
     * @param linesShown how many causes get a line of their own
     */
    public record RollUp(double bitsPerBreak, int linesShown) {}
}
