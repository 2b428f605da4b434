package dev.sekisho.risk.traffic;

/** Traffic that is needed or approved. */
public record Flow(AddressSet sources, AddressSet destinations, ProtocolSet protocols, PortSet destinationPorts) {

    public static Flow tcp(String source, String destination, String... ports) {
        return new Flow(AddressSet.of(source), AddressSet.of(destination), ProtocolSet.TCP, PortSet.of(ports));
    }

    public static Flow udp(String source, String destination, String... ports) {
        return new Flow(AddressSet.of(source), AddressSet.of(destination), ProtocolSet.UDP, PortSet.of(ports));
    }

    boolean isEmpty() {
        return sources.isEmpty() || destinations.isEmpty() || protocols.isEmpty() || destinationPorts.isEmpty();
    }

    Rule asRule() {
        return Rule.permit().from(sources).to(destinations).over(protocols).ports(destinationPorts);
    }

    @Override
    public String toString() {
        return protocols + " " + sources + " -> " + destinations
                + (destinationPorts.isAny() ? "" : ":" + destinationPorts);
    }
}
