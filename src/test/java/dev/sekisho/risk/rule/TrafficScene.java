package dev.sekisho.risk.rule;

import dev.sekisho.risk.traffic.Anomalies;
import dev.sekisho.risk.traffic.TrafficQuestion;
import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.TrafficSummary.ApprovalGap;
import dev.sekisho.risk.traffic.TrafficSummary.MeasuredOpenness;
import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RiskyService;
import dev.sekisho.risk.traffic.rule.RiskyTraffic;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TrafficExposure;
import dev.sekisho.risk.traffic.rule.UnregisteredSources;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What a tidy rule set permits: next to nothing, all of it approved, until told otherwise. */
public final class TrafficScene {
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

    public static TrafficScene tidy() {
        return new TrafficScene();
    }

    static Decision permitted(int port) {
        return new Decision(Packet.tcp("198.51.100.7", "10.9.0.7", port), Action.PERMIT, PERMIT_WEB);
    }

    public TrafficScene open(double openness) {
        this.openness = openness;
        return this;
    }

    public TrafficScene counting(long permitted, long needed) {
        this.permitted = permitted;
        this.needed = needed;
        return this;
    }

    public TrafficScene measuredAgainstNothing() {
        assessable = false;
        openness = 1;
        return this;
    }

    public TrafficScene permitting(RiskyService service, int port) {
        risky.add(new RiskyTraffic(service, permitted(port)));
        return this;
    }

    public TrafficScene unapproved(int port) {
        unapproved.add(permitted(port));
        return this;
    }

    public TrafficScene lettingIn(String range) {
        var rule = Rule.permit().from(range).at(30 + unregistered.size(), "old-partner");
        unregistered.add(new UnregisteredSources(rule, rule.sources(), permitted(22)));
        return this;
    }

    public TrafficScene shadowed(Rule rule) {
        shadowed.add(rule);
        return this;
    }

    public TrafficScene redundant(Rule rule) {
        redundant.add(rule);
        return this;
    }

    public TrafficScene opaque(Rule rule) {
        opaque.add(rule);
        return this;
    }

    public TrafficSummary summary() {
        return new TrafficSummary(
                new TrafficQuestion(
                        RuleSet.of(), new Boundary(AddressSet.ANY, AddressSet.ANY, AddressSet.ANY), List.of()),
                new MeasuredOpenness(
                        assessable,
                        openness,
                        new TrafficExposure(
                                BigInteger.valueOf(permitted),
                                BigInteger.valueOf(needed),
                                BigInteger.valueOf(1L << 33)),
                        AddressSet.ANY),
                risky,
                new ApprovalGap(unapproved, List.of()),
                unregistered,
                permitted(443),
                new Anomalies(shadowed, redundant, List.of()),
                opaque);
    }
}
