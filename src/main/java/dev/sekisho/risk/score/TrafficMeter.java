package dev.sekisho.risk.score;

import static java.util.Objects.requireNonNull;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.estate.link.ZoneLink;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what holds at a link; the same rules at the same boundary are measured once. */
public final class TrafficMeter {
    private final Estate estate;
    private final Claims claims;
    private final LocalDate today;
    private final Completion unknown;
    private final Aging aging;
    private final Measurements measurements;
    private final LocalDate measuredOn;

    /** @param measuredOn the day of the postures that are handed in again */
    public TrafficMeter(
            Estate estate,
            Claims claims,
            LocalDate today,
            Model model,
            Completion unknown,
            Measurements measurements,
            LocalDate measuredOn) {
        this.estate = estate;
        this.claims = claims;
        this.today = today;
        this.unknown = unknown;
        this.measurements = measurements;
        this.measuredOn = measuredOn;
        this.aging = new Aging(model.evidence(), today);
    }

    /** @param earlier what was said of the very same link between the same places, to take over what was measured */
    public Posture posture(Link link, @Nullable Posture earlier) {
        FilterState filter = aging.standing(link.firewall());
        boolean lapsed = filter != link.firewall().state();
        if (unknown.best() && (lapsed || filter == FilterState.UNKNOWN)) {
            filter = FilterState.VERIFIED;
        }
        TrafficSummary traffic = earlier != null && sameApproved(link) ? earlier.traffic() : traffic(link);
        if (filter.absent()) {
            return new Posture(filter, 1, 1, traffic);
        }
        if (traffic == null || !traffic.isAssessable()) {
            double silence = unknown.best() ? 0 : 1;
            return new Posture(filter, silence, silence, traffic);
        }
        return new Posture(filter, traffic.openness(), traffic.riskyWeight(), traffic);
    }

    private boolean sameApproved(Link link) {
        return link.approvedFlows().stream().allMatch(flow -> flow.approved(measuredOn) == flow.approved(today));
    }

    private @Nullable TrafficSummary traffic(Link link) {
        return link.ruleSet() == null ? null : measure(link, link.ruleSet());
    }

    private @Nullable TrafficSummary measure(Link link, RuleSet rules) {
        Boundary boundary = boundary(link, claims.unclaimed(rules, link.zone()));
        RuleSet concerned = rules.within(boundary.to());
        RuleSet counted = unknown.best() ? concerned.modelled() : concerned;
        List<Flow> approved = link.approvedFlows().stream()
                .filter(flow -> flow.approved(today))
                .map(ApprovedFlow::flow)
                .toList();
        return measurements.of(counted, boundary, approved);
    }

    private Boundary boundary(Link link, AddressSet unclaimed) {
        AddressSet landing = cidrs(link.zone());
        if (link instanceof ConnectionPoint point) {
            return new Boundary(point.sources(), unclaimed, landing, estate.allocatedAround(link.zone()));
        }
        return new Boundary(cidrs(((ZoneLink) link).from()), unclaimed, landing, landing);
    }

    private AddressSet cidrs(String zone) {
        return requireNonNull(estate.zones().get(zone)).cidrs();
    }
}
