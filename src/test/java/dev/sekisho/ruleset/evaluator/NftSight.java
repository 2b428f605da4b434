package dev.sekisho.ruleset.evaluator;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a rule set says of a packet of the model, once its translations are applied. */
record NftSight(boolean open, boolean opaque) {

    private static final List<Integer> PORTS = List.of(22, 80, 443, 8080);

    static NftSight of(RuleSet rules, NftModel.Packet packet, boolean six) {
        var open = false;
        var opaque = false;
        for (var arriving : arriving(rules, packet, six)) {
            var decision = new RuleWalk(rules).decide(written(arriving, six));
            var permits = decision.action() == Action.PERMIT;
            open |= permits;
            var rule = decision.rule();
            opaque |= permits && rule != null && rule.isOpaque();
        }
        return new NftSight(open, opaque);
    }

    static String source(int address, boolean six) {
        return six ? "2001:db8:1::" + Integer.toHexString(address) : "198.51.100." + address;
    }

    static String destination(int address, boolean six) {
        return six ? "2001:db8:2::" + Integer.toHexString(address) : "10.0.0." + address;
    }

    static dev.sekisho.risk.traffic.rule.Packet written(NftModel.Packet packet, boolean six) {
        var source = source(packet.source(), six);
        var destination = destination(packet.destination(), six);
        return switch (packet.protocol()) {
            case 6 -> dev.sekisho.risk.traffic.rule.Packet.tcp(source, destination, packet.port());
            case 17 -> dev.sekisho.risk.traffic.rule.Packet.udp(source, destination, packet.port());
            default -> dev.sekisho.risk.traffic.rule.Packet.icmp(source, destination, six ? 128 : 8);
        };
    }

    /** Every packet of the model that the first translation which takes this one can make of it. */
    private static List<NftModel.Packet> arriving(RuleSet rules, NftModel.Packet packet, boolean six) {
        for (var translation : rules.translations()) {
            if (takes(translation, packet, six)) {
                return arriving(translation, packet, six);
            }
        }
        return List.of(packet);
    }

    private static boolean takes(Translation translation, NftModel.Packet packet, boolean six) {
        var protocol = packet.protocol() == 1 && six ? 58 : packet.protocol();
        return translation.sources().contains(source(packet.source(), six))
                && translation.outer().contains(destination(packet.destination(), six))
                && translation.protocols().contains(ProtocolSet.of(protocol))
                && (!packet.hasPort() || translation.outerPorts().contains(packet.port()));
    }

    private static List<NftModel.Packet> arriving(Translation translation, NftModel.Packet packet, boolean six) {
        var all = new ArrayList<NftModel.Packet>();
        for (var address : addresses(translation, packet.destination(), six)) {
            for (var port : ports(translation, packet)) {
                all.add(packet.to(address, port));
            }
        }
        return all;
    }

    private static List<Integer> addresses(Translation translation, int destination, boolean six) {
        var inner = translation.inner();
        if (inner == null) {
            return List.of(destination);
        }
        var places = numbers(translation.outer(), six);
        var targets = numbers(inner, six);
        return isBlock(translation.outer())
                        && isBlock(inner)
                        && translation.outer().size4().equals(inner.size4())
                        && translation.outer().size6().equals(inner.size6())
                ? List.of(places.equals(targets) ? destination : targets.get(places.indexOf(destination)))
                : targets;
    }

    private static boolean isBlock(AddressSet set) {
        return set.texts().size() == 1;
    }

    private static List<Integer> numbers(AddressSet set, boolean six) {
        return IntStream.range(0, 16)
                .filter(address -> set.contains(destination(address, six)))
                .boxed()
                .toList();
    }

    private static List<Integer> ports(Translation translation, NftModel.Packet packet) {
        PortSet inner = translation.innerPorts();
        if (inner == null || !packet.hasPort()) {
            return List.of(packet.port());
        }
        var outer = translation.outerPorts();
        if (outer.texts().size() == 1 && inner.texts().size() == 1 && outer.size() == inner.size()) {
            return List.of(packet.port() - outer.first() + inner.first());
        }
        return PORTS.stream().filter(inner::contains).toList();
    }
}
