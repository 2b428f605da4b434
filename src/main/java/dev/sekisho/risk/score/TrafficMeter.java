package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.ApprovedFlow;
import dev.sekisho.risk.estate.ConnectionPoint;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.FilterState;
import dev.sekisho.risk.estate.Link;
import dev.sekisho.risk.estate.ZoneLink;
import dev.sekisho.risk.traffic.AddressSet;
import dev.sekisho.risk.traffic.Boundary;
import dev.sekisho.risk.traffic.Flow;
import dev.sekisho.risk.traffic.RuleSet;
import dev.sekisho.risk.traffic.TooComplexException;
import dev.sekisho.risk.traffic.TrafficSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says what holds at a link; the same rules at the same boundary are measured once. */
public final class TrafficMeter {
    private final Estate estate;
    private final LocalDate today;
    private final Completion unknown;
    private final Aging aging;
    private final Map<Question, Optional<TrafficSummary>> measured = new ConcurrentHashMap<>();

    private record Question(RuleSet rules, Boundary boundary, List<Flow> approved) {}

    public TrafficMeter(Estate estate, LocalDate today, Model model, Completion unknown) {
        this.estate = estate;
        this.today = today;
        this.unknown = unknown;
        this.aging = new Aging(model.evidence(), today);
    }

    public Posture posture(Link link) {
        FilterState filter = aging.standing(link.firewall());
        boolean lapsed = filter != link.firewall().state();
        if (unknown.best() && (lapsed || filter == FilterState.UNKNOWN)) {
            filter = FilterState.VERIFIED;
        }
        TrafficSummary traffic = link.ruleSet() == null ? null : measure(link, link.ruleSet());
        if (filter.absent()) {
            return new Posture(filter, 1, 1, traffic);
        }
        if (traffic == null || !traffic.isAssessable()) {
            double silence = unknown.best() ? 0 : 1;
            return new Posture(filter, silence, silence, traffic);
        }
        return new Posture(filter, traffic.openness(), traffic.riskyWeight(), traffic);
    }

    private @Nullable TrafficSummary measure(Link link, RuleSet rules) {
        RuleSet counted = unknown.best() && rules.hasOpaque() ? modelled(rules) : rules;
        List<Flow> approved = link.approvedFlows().stream()
                .filter(flow -> flow.approved(today))
                .map(ApprovedFlow::flow)
                .toList();
        return measured.computeIfAbsent(new Question(counted, boundary(link), approved), TrafficMeter::summary)
                .orElse(null);
    }

    private static RuleSet modelled(RuleSet rules) {
        return rules.with(
                rules.rules().stream().filter(rule -> !rule.isOpaque()).toList());
    }

    /** Rules too entangled to be measured are as good as none known. */
    private static Optional<TrafficSummary> summary(Question question) {
        try {
            return Optional.of(TrafficSummary.measure(question.rules, question.boundary, question.approved));
        } catch (TooComplexException e) {
            return Optional.empty();
        }
    }

    private Boundary boundary(Link link) {
        AddressSet landing = cidrs(link.zone());
        if (link instanceof ConnectionPoint point) {
            return new Boundary(point.sources(), landing, estate.allocatedAround(link.zone()));
        }
        return new Boundary(cidrs(((ZoneLink) link).from()), landing, landing);
    }

    private AddressSet cidrs(String zone) {
        return estate.zones().get(zone).cidrs();
    }
}
