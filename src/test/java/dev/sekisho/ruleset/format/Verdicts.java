package dev.sekisho.ruleset.format;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.Optional;

/** Walks a rule set rule by rule for one packet: slow, independent of the algebra and plain to read. */
public final class Verdicts {

    private Verdicts() {}

    public static boolean permits(RuleSet rules, Packet packet) {
        return decider(rules, packet).map(Rule::effect).orElse(rules.defaultAction()) == Action.PERMIT;
    }

    public static Optional<Rule> decider(RuleSet rules, Packet packet) {
        return rules.rules().stream().filter(rule -> matches(rule, packet)).findFirst();
    }

    private static boolean matches(Rule rule, Packet packet) {
        return rule.sources().contains(packet.source())
                && rule.destinations().contains(packet.destination())
                && rule.protocols().contains(packet.protocol())
                && matchesNumbers(rule, packet);
    }

    private static boolean matchesNumbers(Rule rule, Packet packet) {
        var ported = RuleMatch.PORTED.contains(packet.protocol());
        var icmp = RuleMatch.ICMPS.contains(packet.protocol());
        var namesPorts = !rule.sourcePorts().isAny() || !rule.destinationPorts().isAny();
        var namesTypes = !rule.icmpTypes().isAny();
        if (ported && namesPorts) {
            return rule.sourcePorts().contains(packet.sourcePort())
                    && rule.destinationPorts().contains(packet.destinationPort());
        }
        return icmp && namesTypes ? rule.icmpTypes().contains(packet.destinationPort()) : !namesPorts && !namesTypes;
    }
}
