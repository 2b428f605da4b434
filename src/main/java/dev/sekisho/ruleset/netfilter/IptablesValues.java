package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.ServiceNames;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Reads the values of options; what is none throws IllegalArgumentException. */
final class IptablesValues {

    static final Set<String> FLAGS = Set.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

    private IptablesValues() {}

    static ProtocolSet protocols(String text) {
        var name = text.toLowerCase(Locale.ROOT);
        if (name.equals("all") || name.equals("0")) {
            return ProtocolSet.ANY;
        }
        return ProtocolSet.of(
                ServiceNames.protocol(name).orElseThrow(() -> new IllegalArgumentException("unknown protocol")));
    }

    static AddressSet addresses(String text) {
        return AddressSet.union(
                Arrays.stream(text.split(",", -1)).map(IptablesValues::address).toList());
    }

    private static AddressSet address(String text) {
        if (text.chars().anyMatch(c -> c >= 'g' && c <= 'z')) {
            throw new IllegalArgumentException("a host name");
        }
        return AddressReader.cidr(text);
    }

    /** "10.0.0.1-10.0.0.9", or one address; a range that ends before it starts matches nothing. */
    static AddressSet range(String text) {
        var ends = text.split("-", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException("not a range");
        }
        return AddressReader.range(ends[0], ends[ends.length - 1]);
    }

    static PortSet ports(ProtocolSet protocols, String text) {
        var set = PortSet.NONE;
        for (var part : text.split(",", -1)) {
            set = set.union(portRange(protocols, part));
        }
        return set;
    }

    /** The kernel can hold a range that ends before it starts; it matches nothing. */
    private static PortSet portRange(ProtocolSet protocols, String part) {
        var ends = part.split("[:-]", 2);
        if (ends.length == 1 || ServiceNames.port(protocols, part).isPresent()) {
            return PortSet.of(port(protocols, part));
        }
        var first = ends[0].isEmpty() ? 0 : port(protocols, ends[0]);
        var last = ends[1].isEmpty() ? 65535 : port(protocols, ends[1]);
        return first > last ? PortSet.NONE : PortSet.range(first, last);
    }

    private static int port(ProtocolSet protocols, String text) {
        return ServiceNames.port(protocols, text).orElseThrow(() -> new IllegalArgumentException("not a port"));
    }

    static Set<String> flags(String text) {
        var flags = text.toUpperCase(Locale.ROOT);
        if (flags.equals("NONE")) {
            return Set.of();
        }
        var set = flags.equals("ALL") ? FLAGS : Set.copyOf(Arrays.asList(flags.split(",", -1)));
        if (!FLAGS.containsAll(set)) {
            throw new IllegalArgumentException("these are no TCP flags");
        }
        return set;
    }
}
