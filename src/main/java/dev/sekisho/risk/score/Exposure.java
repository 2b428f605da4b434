package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.Asset;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.estate.link.Transport;
import dev.sekisho.risk.estate.time.Days;
import java.time.LocalDate;
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

    /**
     * What would be seen of whoever comes over a link. What is seen on hosts is known of the hosts, all of which have to
     * say so; else from what was said of the link.
     *
     * @param said of the link, or of the zone
     * @param hosts those it lands on
     */
    public static Monitoring seen(Monitoring said, List<Asset> hosts) {
        Boolean onHosts = hosts.isEmpty() ? said.endpointDetection() : detects(hosts);
        return new Monitoring(said.flowLogsToSiem(), onHosts, said.alertsWatched24x7(), said.logRetentionDays());
    }

    private static @Nullable Boolean detects(List<Asset> hosts) {
        Boolean all = true;
        for (Asset host : hosts) {
            Boolean here = host.monitoring().endpointDetection();
            if (Boolean.FALSE.equals(here)) {
                return false;
            }
            all = here == null ? null : all;
        }
        return all;
    }

    public static Exposure of(Circumstances at, Model.Exposure model, LocalDate today, Completion unknown) {
        Link link = at.link;
        return new Exposure(
                new Filter(at.posture.filter(), at.posture.openness(), at.posture.riskyService()),
                unknown.authentication(link.authentication()),
                monitored(at.seen, unknown),
                unknown.egress(link.egress()).worse(unknown.egress(at.inner)),
                unknown.access(link.access()),
                new Review(reviewAge(link, today, unknown), at.lapsed),
                unknown.transport(link.transport()));
    }

    /** How much of an intrusion would be seen, 0..1. */
    public static double monitored(Monitoring seen, Completion unknown) {
        return unknown.monitoring(seen).held() / MONITORING_FACTS;
    }

    private static @Nullable Long reviewAge(Link link, LocalDate today, Completion unknown) {
        LocalDate reviewed = link.firewall().reviewedOn();
        if (reviewed == null || !Days.hasBegun(reviewed, today)) {
            return unknown.best() ? 0L : null;
        }
        return Days.since(reviewed, today);
    }

    /** The nine factors under these weights; together 0..100. */
    public List<Factor> factors(Model.Exposure model) {
        var factors = new ArrayList<Factor>();
        add(factors, model, "FILTER", filtered.lack(model), filtered.state().name());
        add(factors, model, "OPENNESS", filtered.open(), openness());
        add(factors, model, "RISKY_SERVICE", filtered.state().absent() ? 1 : filtered.riskyService(), riskyService());
        add(factors, model, "AUTHENTICATION", authenticationWeight(model), authentication.name());
        factors.addAll(inside(monitored, egress, model));
        add(factors, model, "STANDING", Model.weight(model.access(), access), access.name());
        add(factors, model, "REVIEW", review(model), reviewed());
        add(factors, model, "TRANSPORT", Model.weight(model.transport(), transport), transport.name());
        return factors;
    }

    /** The two factors that are about the zone as well. */
    static List<Factor> inside(double monitored, Egress egress, Model.Exposure model) {
        var factors = new ArrayList<Factor>();
        add(factors, model, "MONITORING", 1 - monitored, String.valueOf(Math.round(100 * monitored)));
        add(factors, model, "EGRESS", Model.weight(model.egress(), egress), egress.name());
        return factors;
    }

    /** How badly users prove who they are, 0..1. */
    double authenticationWeight(Model.Exposure model) {
        return Model.weight(model.authentication(), authentication);
    }

    private double review(Model.Exposure model) {
        return review.lapsed() || review.age() == null ? 1 : model.review().at(review.age());
    }

    private String openness() {
        return filtered.state().absent() ? "UNKNOWN" : Factor.rounded(filtered.openness(), 3);
    }

    private String riskyService() {
        if (filtered.state().absent()) {
            return "ANY";
        }
        return filtered.riskyService() == 0 ? "NONE" : String.valueOf(filtered.riskyService());
    }

    private String reviewed() {
        if (review.lapsed()) {
            return "LAPSED";
        }
        return review.age() == null ? "NEVER" : String.valueOf(review.age());
    }

    private static void add(List<Factor> to, Model.Exposure model, String code, double value, String fact) {
        to.add(new Factor(code, Model.weight(model.weights(), code) * value, List.of(fact)));
    }
}
