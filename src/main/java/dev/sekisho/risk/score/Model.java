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
        OfWay way,
        Evidence evidence,
        Exposure exposure,
        Vulnerability vulnerability,
        List<DeadlineRow> deadlines,
        Assurance assurance) {

    public Model {
        deadlines = List.copyOf(deadlines);
    }

    public Terms terms() {
        return way.terms();
    }

    public Standing standing() {
        return way.standing();
    }

    public Floors floors() {
        return way.floors();
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

    /** How the risk that comes over a way in to a target is made. */
    public record OfWay(Terms terms, Standing standing, Floors floors) {}

    /**
     * What is added to the criticality of the target and what is taken off, in points.
     *
     * @param base taken off in any case: the best way conceivable
     * @param perBreak taken off for each thing that still has to be broken
     * @param inner added where nothing filters inside
     * @param exposure share of E
     * @param vulnerability share of V
     * @param assurance share of A
     */
    public record Terms(
            double base, double perBreak, double inner, double exposure, double vulnerability, double assurance) {}

    /**
     * What the standing of a third party adds, in points.
     *
     * @param notice of an intrusion there
     * @param offboarded the relation ended and the link did not
     * @param privileged administrator's rights
     * @param privilegedLogin added to that at the worst login
     * @param supply taken off where he comes with software he supplies
     */
    public record Standing(
            Map<Notice, Double> notice, double offboarded, double privileged, double privilegedLogin, double supply) {}

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
     * @param decide when what is open to attack has to be decided on, and counts as broken
     */
    public record Vulnerability(
            Map<String, Double> weights,
            Epss epss,
            double remedyInTime,
            double overdueHalfLifeDays,
            double compensated,
            Map<Reach, Double> reach,
            double exposedFromOpenness,
            Decide decide) {}

    /**
     * What cannot wait.
     *
     * @param withinDays days to decide on what has no fix
     * @param freeFromExploit EXPLOIT from which a flaw without a fix, or past its deadline, opens the way by itself
     */
    public record Decide(int withinDays, double freeFromExploit) {}

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
    public record Assurance(Map<String, Double> weights, Ramp assessment) {}

    /** What no score comes below while a way is up, in points. */
    public record Floors(double suspected, double offboarded, double compromised) {}
}
