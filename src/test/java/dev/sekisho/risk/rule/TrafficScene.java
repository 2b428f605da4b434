package dev.sekisho.risk.rule;

import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.AddressSet;
import dev.sekisho.risk.traffic.Anomalies;
import dev.sekisho.risk.traffic.Boundary;
import dev.sekisho.risk.traffic.Decision;
import dev.sekisho.risk.traffic.Exposure;
import dev.sekisho.risk.traffic.Packet;
import dev.sekisho.risk.traffic.RiskyService;
import dev.sekisho.risk.traffic.RiskyTraffic;
import dev.sekisho.risk.traffic.Rule;
import dev.sekisho.risk.traffic.RuleSet;
import dev.sekisho.risk.traffic.TrafficQuestion;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.UnregisteredSources;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What a tidy rule set permits: next to nothing, all of it approved, until told otherwise. */
final class TrafficScene {
    private static final Rule PERMIT_WEB =
            Rule.permit().to("10.9.0.7").tcp("443").at(12, "permit-web");

    private final List<RiskyTraffic> risky = new ArrayList<>();
    private final List<Decision> unapproved = new ArrayList<>();
    private final List<UnregisteredSources> unregistered = new ArrayList<>();
    private final List<Rule> shadowed = new ArrayList<>();
    private final List<Rule> redundant = new ArrayList<>();
    private final List<Rule> opaque = new ArrayList<>();
    private boolean assessable = true;
    private double openness = 0.03;
    private long permitted = 1;
    private long needed = 1;

    static TrafficScene tidy() {
        return new TrafficScene();
    }

    static Decision permitted(int port) {
        return new Decision(Packet.tcp("198.51.100.7", "10.9.0.7", port), Action.PERMIT, PERMIT_WEB);
    }

    TrafficScene open(double openness) {
        this.openness = openness;
        return this;
    }

    TrafficScene counting(long permitted, long needed) {
        this.permitted = permitted;
        this.needed = needed;
        return this;
    }

    TrafficScene measuredAgainstNothing() {
        assessable = false;
        openness = 1;
        return this;
    }

    TrafficScene permitting(RiskyService service, int port) {
        risky.add(new RiskyTraffic(service, permitted(port)));
        return this;
    }

    TrafficScene unapproved(int port) {
        unapproved.add(permitted(port));
        return this;
    }

    TrafficScene lettingIn(String range) {
        var rule = Rule.permit().from(range).at(30 + unregistered.size(), "old-partner");
        unregistered.add(new UnregisteredSources(rule, rule.sources(), permitted(22)));
        return this;
    }

    TrafficScene shadowed(Rule rule) {
        shadowed.add(rule);
        return this;
    }

    TrafficScene redundant(Rule rule) {
        redundant.add(rule);
        return this;
    }

    TrafficScene opaque(Rule rule) {
        opaque.add(rule);
        return this;
    }

    TrafficSummary summary() {
        return new TrafficSummary(
                new TrafficQuestion(
                        RuleSet.of(), new Boundary(AddressSet.ANY, AddressSet.ANY, AddressSet.ANY), List.of()),
                assessable,
                openness,
                new Exposure(BigInteger.valueOf(permitted), BigInteger.valueOf(needed), BigInteger.valueOf(1L << 33)),
                risky,
                unapproved,
                List.of(),
                unregistered,
                permitted(443),
                new Anomalies(shadowed, redundant, List.of()),
                opaque);
    }
}
