package dev.sekisho.risk.traffic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures one rule set at one boundary. */
final class Measuring {

    /** More witnesses than this tell a reader nothing new. */
    static final int MOST_WITNESSES = 20;

    private static final Rule ANYTHING = Rule.permit();

    private static final ProtocolSet NEEDING_APPROVAL = ProtocolSet.ICMPS.complement();

    private final RuleSet rules;
    private final Boundary boundary;
    private final List<Flow> approved;
    private final RuleWalk walk;
    private final List<Side> sides;
    private final List<Crossing> landings;
    private final List<Crossing> crossings;

    Measuring(RuleSet rules, Boundary boundary, List<Flow> approved) {
        this.rules = rules;
        this.boundary = boundary;
        this.approved = approved;
        this.walk = new RuleWalk(rules);
        this.sides = Arrays.stream(Family.values()).map(this::side).toList();
        this.landings = crossings(boundary.landing());
        this.crossings = crossings(boundary.to());
    }

    TrafficSummary summary() {
        var exposure = exposure();
        var risky = risky();
        return new TrafficSummary(
                boundary.isAssessable(),
                boundary.isAssessable() ? exposure.openness() : 1,
                exposure,
                risky,
                unapproved(),
                unmet(),
                risky.isEmpty() ? permitted(ANYTHING) : risky.get(0).witness(),
                Anomalies.of(
                        rules,
                        sides.stream().map(side -> side.permitted.space()).toList()),
                rules.opaque());
    }

    private Side side(Family family) {
        var flows = approved.stream().map(Flow::asRule).toList();
        var permitted = Compiled.of(family, rules, flows);
        var needed = Compiled.of(permitted.diagram(), new RuleSet(flows, Action.DENY, List.of()));
        return Side.of(permitted, needed, boundary.from());
    }

    /** The largest of all families and spaces: vast IPv6 space hides nothing, nor does a permit beyond the landing zone. */
    private Exposure exposure() {
        return sides.stream()
                .flatMap(side -> Stream.of(boundary.landing(), boundary.to())
                        .map(side.permitted.space().family()::of)
                        .filter(space -> !space.isEmpty())
                        .map(space -> side.exposure(space)))
                .max(Comparator.comparingDouble(Exposure::openness))
                .orElse(Exposure.NOTHING);
    }

    /** In the order of the services: the riskiest first. */
    private List<RiskyTraffic> risky() {
        var risky = new ArrayList<RiskyTraffic>();
        for (var service : RiskyService.values()) {
            var witness = permitted(service.traffic());
            if (witness != null) {
                risky.add(new RiskyTraffic(service, witness));
            }
        }
        return risky;
    }

    /** A permitted packet of this kind across the boundary, into the landing zone if there is one. */
    private @Nullable Decision permitted(Rule kind) {
        var anywhere = find(kind, crossings);
        if (anywhere == null) {
            return null;
        }
        var landing = find(kind, landings);
        return walk.decide(landing == null ? anywhere : landing);
    }

    private static @Nullable Packet find(Rule kind, List<Crossing> crossings) {
        for (var crossing : crossings) {
            var packet = crossing.find(kind);
            if (packet != null) {
                return packet;
            }
        }
        return null;
    }

    private List<Crossing> crossings(AddressSet target) {
        return sides.stream().map(side -> side.towards(target)).toList();
    }

    private List<Decision> unapproved() {
        var region = Rule.permit().over(NEEDING_APPROVAL).from(boundary.from()).to(boundary.to());
        return sides.stream()
                .map(side -> side.permitted.minus(side.needed.root()))
                .flatMap(excess -> Explaining.byRule(excess, region, rules, MOST_WITNESSES).stream())
                .toList();
    }

    private List<UnmetFlow> unmet() {
        return approved.stream()
                .flatMap(flow -> sides.stream()
                        .map(side -> side.passing.find(flow.asRule(), Compiled.DENIED))
                        .filter(Objects::nonNull)
                        .limit(1)
                        .map(packet -> new UnmetFlow(flow, walk.decide(packet))))
                .toList();
    }

    /**
     * One family's share of the traffic.
     *
     * @param open what is permitted from some source and source port of the third party
     * @param used what of this is needed
     * @param passing what is permitted with some source port
     */
    private record Side(
            AddressSet sources, Compiled permitted, Compiled needed, Compiled open, Compiled used, Compiled passing) {

        static Side of(Compiled permitted, Compiled needed, AddressSet sources) {
            return new Side(
                    sources,
                    permitted,
                    needed,
                    permitted.fromSome(sources),
                    permitted.and(needed.root()).fromSome(sources),
                    permitted.withSomeSourcePort());
        }

        Crossing towards(AddressSet target) {
            return new Crossing(permitted, open, sources, target);
        }

        Exposure exposure(Intervals<?> space) {
            var possible = Counting.possible(space.count());
            if (open.root() == FirstMatch.DENY) {
                return new Exposure(BigInteger.ZERO, BigInteger.ZERO, possible);
            }
            var counting = new Counting(permitted.diagram(), space);
            return new Exposure(counting.of(open), counting.of(used), possible);
        }
    }
}
