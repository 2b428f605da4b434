package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.netfilter.ChainRule.Target;
import dev.sekisho.ruleset.netfilter.ChainRule.Target.Way;
import dev.sekisho.ruleset.reading.AddressReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of the targets that translate destinations: DNAT, REDIRECT and NETMAP. */
final class IptablesRewrite {

    private static final Set<String> TARGETS = Set.of("DNAT", "REDIRECT", "NETMAP");

    private final List<AddressSet> addresses = new ArrayList<>();
    private final List<PortSet> ports = new ArrayList<>();
    private int destinations;
    private boolean spoilt;

    /** In "8000-8010/80" the port 80 becomes 8000, and 81 becomes 8001. */
    private int base = Rewrite.ANY_PORT;

    /** "10.0.0.5-10.0.0.9:8080-8090", "[2001:db8::5]:443", ":8080", "10.0.0.0/24". */
    void destination(String text) {
        destinations++;
        var colon = portColon(text);
        var address =
                (colon < 0 ? text : text.substring(0, colon)).replace("[", "").replace("]", "");
        if (!address.isEmpty()) {
            addresses.add(address.indexOf('-') < 0 ? AddressReader.cidr(address) : IptablesValues.range(address));
        }
        if (colon >= 0) {
            ports(text.substring(colon + 1));
        }
    }

    /** Where the port begins: behind an IPv4 address, or behind the brackets of an IPv6 one. */
    private static int portColon(String text) {
        var bracket = text.lastIndexOf(']');
        var colon = text.indexOf(':', Math.max(0, bracket));
        return bracket >= 0 || text.indexOf(':', colon + 1) < 0 ? colon : -1;
    }

    void ports(String text) {
        var slash = text.indexOf('/');
        if (slash >= 0) {
            base = IptablesValues.ports(ProtocolSet.TCP, text.substring(slash + 1))
                    .first();
        }
        ports.add(IptablesValues.ports(ProtocolSet.TCP, slash < 0 ? text : text.substring(0, slash)));
    }

    /** Where it leads to cannot be read. */
    void spoil() {
        spoilt = true;
    }

    List<AddressSet> addresses() {
        return addresses;
    }

    /** The target, with what it makes of destinations where that is known. */
    Target target(String name, boolean comesBack) {
        var way = comesBack ? Way.EITHER : Way.GOTO;
        return new Target(name, way, TARGETS.contains(name) && !spoilt ? rewrite(name) : null);
    }

    private @Nullable Rewrite rewrite(String name) {
        var complete = switch (name) {
            case "REDIRECT" -> destinations == 0;
            case "NETMAP" -> addresses.size() == 1 && ports.isEmpty();
            default -> destinations > 0 && isAllOrNone(addresses) && isAllOrNone(ports);
        };
        return complete ? new Rewrite(inner(), newPorts(), name.equals("NETMAP"), base) : null;
    }

    /** Several destinations are alternatives; what one of them leaves as it is stays no single thing. */
    private boolean isAllOrNone(List<?> stated) {
        return stated.isEmpty() || stated.size() == destinations;
    }

    private @Nullable AddressSet inner() {
        return addresses.isEmpty() ? null : AddressSet.union(addresses);
    }

    private @Nullable PortSet newPorts() {
        return ports.isEmpty() ? null : ports.stream().reduce(PortSet.NONE, PortSet::union);
    }
}
