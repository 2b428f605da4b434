package dev.sekisho.ruleset.cisco;

import dev.sekisho.ruleset.cisco.CiscoConfiguration.Interface;
import java.util.List;
import java.util.Locale;

/** Tunnels that are interfaces of their own, and over which others they run. */
final class CiscoTunnelInterfaces {

    private final CiscoConfiguration device;

    CiscoTunnelInterfaces(CiscoConfiguration device) {
        this.device = device;
    }

    /** Those that run over this one, or may: what reaches a loopback can have come in by any interface. */
    List<Interface> over(Interface one) {
        return device.interfaces.stream()
                .filter(tunnel -> !tunnel.equals(one) && (tunnel.has("tunnel") || isDialIn(tunnel)))
                .filter(tunnel -> mayRunOver(source(tunnel), one))
                .toList();
    }

    /** By its name, by its address, or as an ASA says it: "tunnel source interface outside". */
    private static String source(Interface tunnel) {
        var source = tunnel.word("tunnel", "source");
        return source.equals("interface") ? tunnel.word("tunnel", "source", "interface") : source;
    }

    /** Whoever dials in, by PPTP or L2TP, gets an interface made after this one. */
    private boolean isDialIn(Interface one) {
        return one.name().toLowerCase(Locale.ROOT).startsWith("virtual-template")
                && !device.blocks("vpdn", "enable").isEmpty();
    }

    private boolean mayRunOver(String source, Interface one) {
        if (isMeant(source, one)) {
            return true;
        }
        var others = device.interfaces.stream()
                .filter(other -> isMeant(source, other))
                .toList();
        return others.isEmpty() || others.stream().anyMatch(CiscoTunnelInterfaces::isLoopback);
    }

    private static boolean isMeant(String source, Interface one) {
        return one.name().equalsIgnoreCase(source)
                || !source.isEmpty()
                        && (one.word("nameif").equals(source)
                                || one.word("ip", "address").equals(source)
                                || one.word("ipv6", "address")
                                        .replaceAll("/.*", "")
                                        .equalsIgnoreCase(source));
    }

    private static boolean isLoopback(Interface one) {
        return one.name().toLowerCase(Locale.ROOT).startsWith("loopback");
    }
}
