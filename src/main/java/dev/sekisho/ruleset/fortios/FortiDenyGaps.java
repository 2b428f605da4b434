package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a deny may not meet though it reads as if it did: what comes out of a tunnel over the guard's interface, and what
 * passes a virtual address of which not all is known. Such permits count before all denies, as doubts.
 */
final class FortiDenyGaps {

    /** How many denies are told apart; beyond that a permit may pass all of them. */
    private static final int FOLLOWED = 64;

    private final FortiMatching matching;
    private final FortiInterfaces interfaces;
    private final RuleCollector rules;
    private boolean denied;

    /** What certain denies match that tunnels pass by. */
    private final List<RuleMatch> passedBy = new ArrayList<>();

    FortiDenyGaps(FortiMatching matching, FortiInterfaces interfaces, RuleCollector rules) {
        this.matching = matching;
        this.interfaces = interfaces;
        this.rules = rules;
    }

    void write(Stream<FortiPolicy> policies) {
        policies.forEach(this::write);
    }

    private void write(FortiPolicy policy) {
        var reading = matching.read(policy);
        if (denied) {
            matching.readTurnedRound(policy).ifPresent(one -> permit(one, one.everything()));
        }
        reading.filter(one -> one.action() == Action.PERMIT).ifPresent(this::writePermit);
        reading.filter(one -> one.action() == Action.DENY && one.doubts().isEmpty())
                .ifPresent(this::remember);
    }

    private void writePermit(FortiReading reading) {
        if (denied) {
            reading.unknownVirtual()
                    .forEach(address -> permit(
                            reading,
                            reading.matches().stream().map(address::arriving).toList()));
        }
        if (!passedBy.isEmpty() && interfaces.admitsTunnels(reading.policy())) {
            permit(reading, ofTunnels(reading.everything()));
        }
    }

    private List<RuleMatch> ofTunnels(List<RuleMatch> matches) {
        return passedBy.size() > FOLLOWED
                ? matches
                : matches.stream()
                        .flatMap(match -> passedBy.stream().map(match::and))
                        .toList();
    }

    private void remember(FortiReading reading) {
        denied = true;
        if (interfaces.isPassedByTunnels(reading.policy())) {
            passedBy.addAll(reading.everything());
        }
    }

    private void permit(FortiReading reading, List<RuleMatch> matches) {
        var doubts = reading.allDoubts("a deny before it may count");
        var policy = reading.policy();
        matches.forEach(match -> rules.permit(match, doubts, policy.entry().line(), policy.origin()));
    }
}
