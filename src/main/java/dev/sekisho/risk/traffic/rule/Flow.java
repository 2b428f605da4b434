package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.AddressText;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;

/** Traffic that is needed or approved. */
public record Flow(AddressSet sources, AddressSet destinations, ProtocolSet protocols, PortSet destinationPorts) {

    public static Flow tcp(String source, String destination, String... ports) {
        return new Flow(AddressSet.of(source), AddressSet.of(destination), ProtocolSet.TCP, PortSet.of(ports));
    }

    public static Flow udp(String source, String destination, String... ports) {
        return new Flow(AddressSet.of(source), AddressSet.of(destination), ProtocolSet.UDP, PortSet.of(ports));
    }

    /** All packets like this one, from whatever port. */
    static Flow of(Packet packet) {
        return new Flow(
                AddressSet.single(packet.source()),
                AddressSet.single(packet.destination()),
                ProtocolSet.of(packet.protocol()),
                packet.hasPorts() ? PortSet.of(packet.destinationPort()) : PortSet.ANY);
    }

    /** A packet of this flow, which must not be empty, that is otherwise like the given one. */
    Packet like(Packet other) {
        var family = destinations.only4().isEmpty() ? Family.SIX : Family.FOUR;
        var sameFamily = AddressText.isSix(other.source()) == (family == Family.SIX);
        return new Packet(
                sameFamily ? other.source() : family.write(family.stranger()),
                destinations.first(),
                other.protocol(),
                other.sourcePort(),
                destinationPorts.isAny() ? other.destinationPort() : destinationPorts.first());
    }

    boolean isEmpty() {
        return sources.isEmpty() || destinations.isEmpty() || protocols.isEmpty() || destinationPorts.isEmpty();
    }

    public Rule asRule() {
        return Rule.permit().from(sources).to(destinations).over(protocols).ports(destinationPorts);
    }

    @Override
    public String toString() {
        return protocols + " " + sources + " -> " + destinations
                + (destinationPorts.isAny() ? "" : ":" + destinationPorts);
    }
}
