package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.List;

/** Walks the rules one by one for a single packet, as a firewall does; knows nothing of the algebra and so checks it. */
public final class RuleWalk {

    private final List<Rule> rules;
    private final Action otherwise;

    public RuleWalk(RuleSet rules) {
        this.rules = rules.rules();
        this.otherwise = rules.defaultAction();
    }

    public Decision decide(Packet packet) {
        var source = AddressSet.single(packet.source());
        var destination = AddressSet.single(packet.destination());
        for (var rule : rules) {
            if (matches(rule, packet, source, destination)) {
                return new Decision(packet, rule.effect(), rule);
            }
        }
        return new Decision(packet, otherwise, null);
    }

    public static boolean matches(Rule rule, Packet packet) {
        return matches(rule, packet, AddressSet.single(packet.source()), AddressSet.single(packet.destination()));
    }

    private static boolean matches(Rule rule, Packet packet, AddressSet source, AddressSet destination) {
        return rule.protocols().contains(packet.protocol())
                && matchesPorts(rule, packet)
                && rule.sources().contains(source)
                && rule.destinations().contains(destination);
    }

    private static boolean matchesPorts(Rule rule, Packet packet) {
        if (!rule.namesPorts() && !rule.namesTypes()) {
            return true;
        }
        if (packet.hasPorts()) {
            return rule.namesPorts()
                    && rule.sourcePorts().contains(packet.sourcePort())
                    && rule.destinationPorts().contains(packet.destinationPort());
        }
        return packet.isIcmp() && rule.namesTypes() && rule.icmpTypes().contains(packet.destinationPort());
    }
}
