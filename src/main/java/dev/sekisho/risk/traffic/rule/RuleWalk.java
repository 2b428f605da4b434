package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.ArrayList;
import java.util.List;

/** Walks the rules one by one for a single packet, as a firewall does; knows nothing of the algebra and so checks it. */
public final class RuleWalk {

    private final List<RuleSet> devices;

    public RuleWalk(RuleSet rules) {
        this.devices = rules.devices();
    }

    /**
     * What becomes of the packet: denied by the first device that does not let it through. Of one that all let through,
     * the rule told is the last device's that has one, for that is nearest to what is reached.
     */
    public Decision decide(Packet packet) {
        var onTheWay = onTheWay(packet);
        var last = onTheWay.get(onTheWay.size() - 1);
        for (int i = onTheWay.size() - 1; last.action() == Action.PERMIT && i >= 0; i--) {
            if (onTheWay.get(i).rule() != null) {
                return onTheWay.get(i);
            }
        }
        return last;
    }

    /** What each device decides that the packet comes to, in their order; the last of them is the one that denies it. */
    public List<Decision> onTheWay(Packet packet) {
        var source = AddressSet.single(packet.source());
        var destination = AddressSet.single(packet.destination());
        var decisions = new ArrayList<Decision>();
        for (var device : devices) {
            var decision = decide(device, packet, source, destination);
            decisions.add(decision);
            if (decision.action() == Action.DENY) {
                break;
            }
        }
        return decisions;
    }

    private static Decision decide(RuleSet device, Packet packet, AddressSet source, AddressSet destination) {
        for (var rule : device.rules()) {
            if (matches(rule, packet, source, destination)) {
                return new Decision(packet, rule.effect(), rule);
            }
        }
        return new Decision(packet, device.defaultAction(), null);
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
