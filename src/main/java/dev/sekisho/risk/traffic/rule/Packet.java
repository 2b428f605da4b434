package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressText;
import dev.sekisho.risk.traffic.set.ProtocolSet;

/**
 * One concrete packet, the witness of an answer; it prints as "tcp 198.51.100.7:40000 -> 10.9.0.7:443".
 *
 * @param sourcePort 0 where the protocol has no ports
 * @param destinationPort the message type for ICMP, 0 where the protocol has neither
 */
public record Packet(String source, String destination, int protocol, int sourcePort, int destinationPort) {

    public Packet {
        AddressText.read(source);
        AddressText.read(destination);
        if (AddressText.isSix(source) != AddressText.isSix(destination)) {
            throw new IllegalArgumentException(source + " and " + destination + " are of two families");
        }
    }

    public static Packet tcp(String source, String destination, int destinationPort) {
        return new Packet(source, destination, 6, 40000, destinationPort);
    }

    public static Packet udp(String source, String destination, int destinationPort) {
        return new Packet(source, destination, 17, 40000, destinationPort);
    }

    public static Packet icmp(String source, String destination, int type) {
        return new Packet(source, destination, AddressText.isSix(source) ? 58 : 1, 0, type);
    }

    boolean hasPorts() {
        return ProtocolSet.PORTED.contains(protocol);
    }

    boolean isIcmp() {
        return ProtocolSet.ICMPS.contains(protocol);
    }

    @Override
    public String toString() {
        var name = ProtocolSet.name(protocol);
        if (hasPorts()) {
            return name + " " + side(source, sourcePort) + " -> " + side(destination, destinationPort);
        }
        var type = isIcmp() ? " type " + destinationPort : "";
        return name + type + " " + source + " -> " + destination;
    }

    private static String side(String address, int port) {
        return (AddressText.isSix(address) ? "[" + address + "]" : address) + ":" + port;
    }
}
