package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Link;
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
    public record Filter(FilterState state, double openness, double riskyService) {}

    /**
     * How well the rules are kept under review.
     *
     * @param age days since the last; absent when never
     * @param lapsed whether the agreement behind the link has ended
     */
    public record Review(@Nullable Long age, boolean lapsed) {}

    private static final double MONITORING_FACTS = 4;

    /**
     * E under the weights of a model; many links have it in common.
     *
     * @param lines its share of the risk of a link
     * @param lineSum the sum of the lines
     * @param milliPoints E alone
     */
    public record Weighed(List<Contribution> lines, int lineSum, int milliPoints) {}

    public Weighed weighed(Model model) {
        List<Factor> factors = factors(model.exposure());
        List<Contribution> lines = factors.stream()
                .map(factor -> factor.line("E.", model.mix().exposure()))
                .toList();
        return new Weighed(
                lines,
                lines.stream().mapToInt(Contribution::milliPoints).sum(),
                factors.stream().mapToInt(factor -> factor.milli(1)).sum());
    }

    public static Exposure of(Link link, Posture posture, boolean lapsed, LocalDate today, Completion unknown) {
        return new Exposure(
                new Filter(posture.filter(), posture.openness(), posture.riskyService()),
                unknown.authentication(link.authentication()),
                unknown.monitoring(link.monitoring()).held() / MONITORING_FACTS,
                unknown.egress(link.egress()),
                unknown.access(link.access()),
                new Review(reviewAge(link, today, unknown), lapsed),
                unknown.transport(link.transport()));
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
        double state = Math.max(
                Model.weight(model.filter(), filtered.state()), model.nominal().at(filtered.openness()));
        var factors = new ArrayList<Factor>();
        add(factors, model, "FILTER", state, "filter " + filtered.state());
        add(factors, model, "OPENNESS", filtered.state().absent() ? 1 : filtered.openness(), opennessInWords());
        add(factors, model, "RISKY_SERVICE", filtered.state().absent() ? 1 : filtered.riskyService(), riskyInWords());
        add(factors, model, "AUTHENTICATION", weight(model), "authentication " + authentication);
        add(factors, model, "MONITORING", 1 - monitored, Math.round(100 * monitored) + " % of monitoring in place");
        add(factors, model, "EGRESS", Model.weight(model.egress(), egress), "egress " + egress);
        add(factors, model, "STANDING", Model.weight(model.access(), access), "access " + access);
        add(factors, model, "REVIEW", review(model), reviewInWords());
        add(factors, model, "TRANSPORT", Model.weight(model.transport(), transport), "transport " + transport);
        return factors;
    }

    /** Whether the way users prove who they are is next to none. */
    public boolean weakAuthentication(Model model) {
        return weight(model.exposure()) >= model.floors().weakAuthentication();
    }

    private double weight(Model.Exposure model) {
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
