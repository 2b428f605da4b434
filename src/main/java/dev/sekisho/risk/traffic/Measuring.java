package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.TrafficSummary.ApprovalGap;
import dev.sekisho.risk.traffic.TrafficSummary.MeasuredOpenness;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RiskyService;
import dev.sekisho.risk.traffic.rule.RiskyTraffic;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.rule.TrafficExposure;
import dev.sekisho.risk.traffic.rule.UnmetFlow;
import dev.sekisho.risk.traffic.rule.UnregisteredSources;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.Intervals;
import dev.sekisho.risk.traffic.set.ProtocolSet;
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

    static final ProtocolSet NEEDING_APPROVAL = ProtocolSet.ICMPS.complement();

    private final RuleSet rules;
    private final Boundary boundary;
    private final List<Flow> approved;
    private final RuleWalk walk;
    private final List<Side> sides;
    private final List<RuleCrossing> landings;
    private final List<RuleCrossing> crossings;
    private final List<RuleCrossing> preferred;

    Measuring(RuleSet rules, Boundary boundary, List<Flow> approved) {
        this.rules = rules;
        this.boundary = boundary;
        this.approved = approved;
        this.walk = new RuleWalk(rules);
        this.sides = Arrays.stream(Family.values()).map(this::side).toList();
        this.landings = crossings(boundary.landing());
        this.crossings = crossings(boundary.to());
        this.preferred = preferred();
    }

    TrafficSummary summary() {
        var risky = risky();
        return new TrafficSummary(
                new TrafficQuestion(rules, boundary, approved),
                openness(),
                risky,
                new ApprovalGap(unapproved(), unmet()),
                unregistered(),
                risky.isEmpty() ? permitted(ANYTHING) : risky.get(0).witness(),
                Anomalies.of(
                        rules,
                        sides.stream().map(side -> side.permitted.space()).toList()),
                doubts());
    }

    MeasuredOpenness openness() {
        var exposure = exposure();
        return new MeasuredOpenness(
                boundary.isAssessable(), boundary.isAssessable() ? exposure.openness() : 1, exposure, destinations());
    }

    /**
     * The opaque rules. Of several devices in a row those alone that decide anything: what another device denies for
     * certain, or all permit for certain, is in no doubt.
     */
    private List<Rule> doubts() {
        if (rules.row().isEmpty() || !rules.hasOpaque()) {
            return rules.opaque();
        }
        var doubtful = sides.stream()
                .map(side -> side.permitted.minus(
                        Compiled.of(side.permitted.diagram(), rules.modelled()).root()))
                .toList();
        return rules.opaque().stream()
                .filter(rule -> doubtful.stream().anyMatch(some -> some.find(rule, Compiled.PERMITTED) != null))
                .toList();
    }

    private Side side(Family family) {
        var flows = approved.stream().map(Flow::asRule).toList();
        var permitted = Compiled.of(family, rules, flows);
        var needed = Compiled.of(permitted.diagram(), new RuleSet(flows, Action.DENY, List.of()));
        return Side.of(permitted, needed, boundary);
    }

    /** The largest of all families and spaces: vast IPv6 space hides nothing, nor does a permit beyond the landing zone. */
    private TrafficExposure exposure() {
        return sides.stream()
                .flatMap(side -> Stream.of(boundary.landing(), boundary.to())
                        .map(side.permitted.space().family()::of)
                        .filter(space -> !space.isEmpty())
                        .map(space -> side.exposure(space)))
                .max(Comparator.comparingDouble(TrafficExposure::openness))
                .orElse(TrafficExposure.NOTHING);
    }

    private AddressSet destinations() {
        return AddressSet.union(sides.stream()
                .map(side -> side.open.destinationsOf(NEEDING_APPROVAL))
                .toList());
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

    /** A permitted packet of this kind across the boundary: into the landing zone, from whom one expects, if there is one. */
    private @Nullable Decision permitted(Rule kind) {
        var anywhere = find(kind, crossings);
        if (anywhere == null) {
            return null;
        }
        var telling = find(kind, preferred);
        return walk.decide(telling == null ? anywhere : telling);
    }

    private static @Nullable Packet find(Rule kind, List<RuleCrossing> crossings) {
        for (var crossing : crossings) {
            var packet = crossing.find(kind);
            if (packet != null) {
                return packet;
            }
        }
        return null;
    }

    private List<RuleCrossing> crossings(AddressSet target) {
        return sides.stream().map(side -> side.towards(target)).toList();
    }

    /** Where a packet tells a reader most, in this order. */
    private List<RuleCrossing> preferred() {
        return Stream.of(
                        sides.stream().map(side -> side.expectedTowards(boundary.landing())),
                        landings.stream(),
                        sides.stream().map(side -> side.expectedTowards(boundary.to())))
                .flatMap(some -> some)
                .toList();
    }

    private List<Decision> unapproved() {
        var registered = needingApproval(boundary.expected());
        var strangers = needingApproval(boundary.strangers(rules));
        var anybody = needingApproval(boundary.from());
        return sides.stream()
                .flatMap(side -> Explaining.byRule(
                        List.of(
                                new Explaining.Part(side.excess(), registered),
                                new Explaining.Part(side.excess(), strangers),
                                new Explaining.Part(side.beyondEveryApproval(), anybody)),
                        rules)
                        .stream())
                .toList();
    }

    private Rule needingApproval(AddressSet from) {
        return Rule.permit().over(NEEDING_APPROVAL).from(from).to(boundary.to());
    }

    private List<UnregisteredSources> unregistered() {
        var strangers = boundary.strangers(rules);
        return strangers.isEmpty()
                ? List.of()
                : Arrays.stream(Family.values())
                        .flatMap(family -> Strangers.of(family, rules, strangers, boundary.to()).stream())
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
     * @param expected what is permitted from some source and source port that is registered
     * @param open what is permitted from some source and source port that counts as the other side's
     * @param used what of this is needed
     * @param passing what is permitted with some source port
     */
    private record Side(
            Boundary boundary,
            Compiled permitted,
            Compiled needed,
            Compiled expected,
            Compiled open,
            Compiled used,
            Compiled passing) {

        static Side of(Compiled permitted, Compiled needed, Boundary boundary) {
            var from = boundary.from();
            var expected = permitted.fromSome(boundary.expected());
            return new Side(
                    boundary,
                    permitted,
                    needed,
                    expected,
                    from.equals(boundary.expected()) ? expected : permitted.fromSome(from),
                    permitted.and(needed.root()).fromSome(from),
                    permitted.withSomeSourcePort());
        }

        Compiled excess() {
            return permitted.minus(needed.root());
        }

        /** What a public rule lets anybody do is approved where the third party's doing it is. */
        Compiled beyondEveryApproval() {
            return permitted.minus(needed.fromSome(AddressSet.ANY).root());
        }

        RuleCrossing towards(AddressSet target) {
            return new RuleCrossing(permitted, open, boundary.from(), target);
        }

        RuleCrossing expectedTowards(AddressSet target) {
            return new RuleCrossing(permitted, expected, boundary.expected(), target);
        }

        TrafficExposure exposure(Intervals<?> space) {
            var possible = Counting.possible(space.count());
            if (open.root() == FirstMatch.DENY) {
                return new TrafficExposure(BigInteger.ZERO, BigInteger.ZERO, possible);
            }
            var counting = new Counting(permitted.diagram(), space);
            return new TrafficExposure(counting.of(open), counting.of(used), possible);
        }
    }
}
