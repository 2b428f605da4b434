package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device makes of the destination of a packet.
 *
 * @param inner where it goes; null where the address stays
 * @param ports to which port; null where the port stays
 * @param keepsPlace an address keeps its place within a network of the same size; otherwise it may become any
 * @param portBase the port that becomes the first of the new ones, the next the second; {@link #ANY_PORT} where each may
 *     become any
 */
record Rewrite(@Nullable AddressSet inner, @Nullable PortSet ports, boolean keepsPlace, int portBase) {

    static final int ANY_PORT = -1;
    static final Rewrite NOTHING = new Rewrite(null, null, true, ANY_PORT);

    private record Addresses(AddressSet outer, @Nullable AddressSet inner) {}

    private record Ports(PortSet outer, @Nullable PortSet inner) {}

    static Rewrite to(@Nullable AddressSet inner, @Nullable PortSet ports) {
        return new Rewrite(inner, ports, false, ANY_PORT);
    }

    /** As translations of the packets that match; several where one would say that places are kept. */
    List<Translation> of(RuleMatch match, int line, String origin) {
        var all = new ArrayList<Translation>();
        if (ports != null && match.destinationPorts().isAny()) {
            // what has no ports is translated too
            var portless = match.over(RuleMatch.PORTED.complement());
            all.addAll(
                    portless.isEmpty()
                            ? List.of()
                            : new Rewrite(inner, null, keepsPlace, ANY_PORT).of(portless, line, origin));
        }
        for (var addresses : addresses(match.destinations())) {
            for (var numbers : ports(match.destinationPorts())) {
                all.add(Translation.of(addresses.outer(), addresses.inner())
                        .from(match.sources())
                        .over(match.protocols())
                        .ports(numbers.outer(), numbers.inner())
                        .at(line, origin));
            }
        }
        return all;
    }

    private List<Addresses> addresses(AddressSet outer) {
        if (inner == null || keepsPlace || !sameSize(outer, inner)) {
            return List.of(new Addresses(outer, inner));
        }
        var first = AddressSet.of(outer.first());
        return List.of(new Addresses(first, inner), new Addresses(outer.minus(first), inner));
    }

    private List<Ports> ports(PortSet outer) {
        var size = outer.size();
        if (ports == null || outer.first() == portBase || size < 2 || size != ports.size()) {
            return List.of(new Ports(outer, ports));
        }
        var first = PortSet.of(outer.first());
        return List.of(new Ports(first, ports), new Ports(outer.minus(first), ports));
    }

    /** Whether both are as large and more than one address. */
    private static boolean sameSize(AddressSet outer, AddressSet inner) {
        return outer.size4().equals(inner.size4())
                && outer.size6().equals(inner.size6())
                && outer.size4().add(outer.size6()).bitLength() > 1;
    }
}
