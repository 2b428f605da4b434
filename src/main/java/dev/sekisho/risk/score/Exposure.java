package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How openly a link lies there: the nine facts that make E.
 *
 * @param monitored how much of an intrusion would be seen, 0..1
 */
public record Exposure(
        Filter filtered,
        Authentication authentication,
        double monitored,
        Egress egress,
        Access access,
        Review review,
        Transport transport) {

    /** What the filter lets through. */
    public record Filter(FilterState state, double openness, double riskyService) {
        /** How much of a filter is missing, 0..1. */
        double lack(Model.Exposure model) {
            return Math.max(Model.weight(model.filter(), state), model.nominal().at(open()));
        }

        /** Openness, which is full where no filter is. */
        double open() {
            return state.absent() ? 1 : openness;
        }

        /** FILTER and OPENNESS together, 0..1. */
        public double leak(Model.Exposure model) {
            double filter = Model.weight(model.weights(), "FILTER");
            double openness = Model.weight(model.weights(), "OPENNESS");
            return (filter * lack(model) + openness * open()) / (filter + openness);
        }
    }

    /**
     * How well the rules are kept under review.
     *
     * @param age days since the last; absent when never
     * @param lapsed whether the agreement behind the link has ended
     */
    public record Review(@Nullable Long age, boolean lapsed) {}

    private static final double MONITORING_FACTS = 4;

    /**
     * What is looked at.
     *
     * @param seen what is monitored, where it lands included
     * @param inner what may leave the zone it lands in
     * @param lapsed whether the agreement behind the link has ended
     */
    public record Circumstances(Link link, Posture posture, Monitoring seen, Egress inner, boolean lapsed) {}

    public static Exposure of(Circumstances at, Model.Exposure model, LocalDate today, Completion unknown) {
        Link link = at.link;
        return new Exposure(
                new Filter(at.posture.filter(), at.posture.openness(), at.posture.riskyService()),
                unknown.authentication(link.authentication()),
                monitored(at.seen, unknown),
                worse(unknown.egress(link.egress()), unknown.egress(at.inner), model),
                unknown.access(link.access()),
                new Review(reviewAge(link, today, unknown), at.lapsed),
                unknown.transport(link.transport()));
    }

    /** How much of an intrusion would be seen, 0..1. */
    public static double monitored(Monitoring seen, Completion unknown) {
        return unknown.monitoring(seen).held() / MONITORING_FACTS;
    }

    private static Egress worse(Egress one, Egress other, Model.Exposure model) {
        return Model.weight(model.egress(), one) >= Model.weight(model.egress(), other) ? one : other;
    }

    private static @Nullable Long reviewAge(Link link, LocalDate today, Completion unknown) {
        LocalDate reviewed = link.firewall().reviewedOn();
        if (reviewed == null || reviewed.isAfter(today)) {
            return unknown.best() ? 0L : null;
        }
        return ChronoUnit.DAYS.between(reviewed, today);
    }

    /** The nine factors under these weights; together 0..100. */
    public List<Factor> factors(Model.Exposure model) {
        var factors = new ArrayList<Factor>();
        add(factors, model, "FILTER", filtered.lack(model), "filter " + filtered.state());
        add(factors, model, "OPENNESS", filtered.open(), opennessInWords());
        add(factors, model, "RISKY_SERVICE", filtered.state().absent() ? 1 : filtered.riskyService(), riskyInWords());
        add(factors, model, "AUTHENTICATION", authenticationWeight(model), "authentication " + authentication);
        factors.addAll(inside(monitored, egress, model));
        add(factors, model, "STANDING", Model.weight(model.access(), access), "access " + access);
        add(factors, model, "REVIEW", review(model), reviewInWords());
        add(factors, model, "TRANSPORT", Model.weight(model.transport(), transport), "transport " + transport);
        return factors;
    }

    /** The two factors that are about the zone as well. */
    static List<Factor> inside(double monitored, Egress egress, Model.Exposure model) {
        var factors = new ArrayList<Factor>();
        add(factors, model, "MONITORING", 1 - monitored, Math.round(100 * monitored) + " % of monitoring in place");
        add(factors, model, "EGRESS", Model.weight(model.egress(), egress), "egress " + egress);
        return factors;
    }

    /** How badly users prove who they are, 0..1. */
    double authenticationWeight(Model.Exposure model) {
        return Model.weight(model.authentication(), authentication);
    }

    private double review(Model.Exposure model) {
        return review.lapsed() || review.age() == null ? 1 : model.review().at(review.age());
    }

    private String opennessInWords() {
        return filtered.state().absent()
                ? "nothing is known to be blocked"
                : "openness " + Factor.rounded(filtered.openness(), 3) + " of what is allocated";
    }

    private String riskyInWords() {
        return filtered.riskyService() == 0 && !filtered.state().absent()
                ? "no risky service is permitted"
                : "riskiest permitted service weighs " + filtered.riskyService();
    }

    private String reviewInWords() {
        if (review.lapsed()) {
            return "the agreement is missing or has ended";
        }
        return review.age() == null ? "rules never reviewed" : "rules reviewed " + review.age() + " days ago";
    }

    private static void add(List<Factor> to, Model.Exposure model, String code, double value, String detail) {
        to.add(new Factor(code, Model.weight(model.weights(), code) * value, detail));
    }
}
