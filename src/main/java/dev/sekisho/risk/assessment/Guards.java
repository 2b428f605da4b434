package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.OwnSpace.Family;
import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.Derivation;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.score.Claims;
import dev.sekisho.risk.score.TrafficMeter.Guarded;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.List;

/** The rules at every link, where they stand and what is approved there: what is measured, whatever is unknown. */
final class Guards {
    final Derived<Guarded, Guarded> points;
    final Derived<Guarded, Guarded> zoneLinks;

    private final AssessmentInput input;
    private final Step step;
    private final Claims claims;

    Guards(AssessmentInput input, Step step) {
        this.input = input;
        this.step = step;
        claims = new Claims(input.estate);
        // A source that is claimed behind the same rules is not another link's.
        Derived<Claims.Claim, Claims.Claim> claimed = step.over(input.points)
                .reading(input.space.families, input.pointsByZone)
                .collect("claims", at -> claims.by(input.points.get(at)));
        points = guards(
                "points",
                input.points,
                step.over(input.points)
                        .reading(input.zones, input.pointsByZone)
                        .reading(input.space.families, input.pointsByZone)
                        .readingPeers(claimed, input.pointsByRules),
                this::boundary);
        zoneLinks = guards(
                "zone links",
                input.zoneLinks,
                step.over(input.zoneLinks)
                        .reading(input.zones, input.linksByZone)
                        .reading(input.zones, input.linksByStart)
                        .reading(input.space.families, input.linksByZone)
                        .readingFrom(claimed.values()),
                this::boundaryBetween);
    }

    private interface Bounding {
        Boundary of(int link, RuleSet rules);
    }

    private <L extends Link> Derived<Guarded, Guarded> guards(
            String which, IndexedFacts<L> links, Derivation reading, Bounding bounding) {
        Derived<List<Flow>, List<Flow>> approved = step.over(links)
                .readingFrom(input.today)
                .collect("approved over " + which, at -> approved(links.get(at)));
        return reading.reading(approved)
                .collect("guards of " + which, at -> guarded(links.get(at), at, approved.get(at), bounding));
    }

    private List<Flow> approved(Link link) {
        return link.approvedFlows().stream()
                .filter(flow -> flow.approved(input.today))
                .map(ApprovedFlow::flow)
                .toList();
    }

    private static Guarded guarded(Link link, int at, List<Flow> approved, Bounding bounding) {
        RuleSet rules = link.ruleSet();
        return rules == null ? Guarded.NOTHING : new Guarded(rules, bounding.of(at, rules), approved);
    }

    private Boundary boundary(int at, RuleSet rules) {
        ConnectionPoint point = input.points.get(at);
        int zone = input.pointsByZone.of(at);
        Family family = input.space.around(zone);
        return new Boundary(
                point.sources(),
                point.addressing().isOpen(),
                claims.unclaimed(rules, family.key()),
                input.zones.get(zone).cidrs(),
                family.allocated());
    }

    private Boundary boundaryBetween(int at, RuleSet rules) {
        int zone = input.linksByZone.of(at);
        return new Boundary(
                input.zones.get(input.linksByStart.of(at)).cidrs(),
                claims.unclaimed(rules, input.space.around(zone).key()),
                input.zones.get(zone).cidrs(),
                input.zones.get(zone).cidrs());
    }
}
