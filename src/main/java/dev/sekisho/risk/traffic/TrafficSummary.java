package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.RiskyTraffic;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.rule.TrafficExposure;
import dev.sekisho.risk.traffic.rule.UnmetFlow;
import dev.sekisho.risk.traffic.rule.UnregisteredSources;
import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set permits across a boundary, each statement with its proof or witness.
 *
 * @param question what was measured
 * @param riskyServices those that are permitted, the riskiest first
 * @param unregistered rules that let in sources nobody registered
 * @param witness a telling packet that is permitted, null if that is proven to be none
 */
public record TrafficSummary(
        TrafficQuestion question,
        MeasuredOpenness measured,
        List<RiskyTraffic> riskyServices,
        ApprovalGap gap,
        List<UnregisteredSources> unregistered,
        @Nullable Decision witness,
        Anomalies anomalies,
        List<Rule> opaque) {

    public TrafficSummary {
        riskyServices = List.copyOf(riskyServices);
        unregistered = List.copyOf(unregistered);
        opaque = List.copyOf(opaque);
    }

    /** Not where nobody knows what the link lands in; its openness is then 1. */
    public boolean isAssessable() {
        return measured.isAssessable();
    }

    public double openness() {
        return measured.openness();
    }

    /** The counts of the family and space that decide openness. */
    public TrafficExposure exposure() {
        return measured.exposure();
    }

    /** The addresses to which anything but ICMP is permitted, within what is allocated and beyond. */
    public AddressSet destinations() {
        return measured.destinations();
    }

    /** Permitted traffic that no approved flow covers. */
    public List<Decision> unapproved() {
        return gap.unapproved();
    }

    /** Approved flows that are not fully permitted. */
    public List<UnmetFlow> unmet() {
        return gap.unmet();
    }

    /**
     * Measures exactly, counting every opaque rule as one that permits.
     *
     * @throws TooComplexException if the rules interact in more ways than can be held
     */
    public static TrafficSummary measure(RuleSet rules, Boundary boundary, List<Flow> approved) {
        return new Measuring(rules, boundary, approved).summary();
    }

    public double excessBits() {
        return exposure().excessBits();
    }

    /** The highest weight among the risky services that are permitted, 0 if none is. */
    public double riskyWeight() {
        return riskyServices.stream()
                .mapToDouble(risky -> risky.service().weight())
                .max()
                .orElse(0);
    }

    /** Whether somebody out there can open a session on a machine in here. */
    public boolean permitsInteractive() {
        return riskyServices.stream().anyMatch(risky -> risky.service().isInteractive());
    }

    public boolean permitsNothing() {
        return witness == null;
    }

    /**
     * How much of what could be permitted is.
     *
     * @param isAssessable false where nobody knows what the link lands in; the openness is then 1
     * @param exposure the counts of the family and space that decide openness
     * @param destinations to which anything but ICMP is permitted, wherever they are
     */
    public record MeasuredOpenness(
            boolean isAssessable, double openness, TrafficExposure exposure, AddressSet destinations) {}

    /**
     * Where what is permitted and what was approved differ.
     *
     * @param unapproved permitted traffic that no approved flow covers, one witness per deciding rule; ICMP needs no approval
     * @param unmet approved flows that are not fully permitted
     */
    public record ApprovalGap(List<Decision> unapproved, List<UnmetFlow> unmet) {

        public ApprovalGap {
            unapproved = List.copyOf(unapproved);
            unmet = List.copyOf(unmet);
        }
    }
}
