package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.Intervals;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device does to the destination of packets: what a partner sends to {@code outer} arrives at {@code inner}. The
 * rules of a set speak of the real, inner address. Starts as {@link #of} one address for another and is narrowed.
 *
 * <p>Where both sides are one block of the same size the place within it is kept, as by a network translation; otherwise
 * any address of the inner side may be the one. Ports likewise.
 *
 * @param inner null where the address stays, as for a redirection to the device itself
 * @param innerPorts null where the port stays
 * @param origin its name or text on the device, secrets removed
 * @param line where it stands in the configuration, 0 if unknown
 */
public record Translation(
        AddressSet sources,
        ProtocolSet protocols,
        AddressSet outer,
        PortSet outerPorts,
        @Nullable AddressSet inner,
        @Nullable PortSet innerPorts,
        String origin,
        int line) {

    /** Only protocols with ports can be told apart by port. */
    public Translation {
        if (!outerPorts.isAny() || innerPorts != null) {
            protocols = protocols.intersect(ProtocolSet.PORTED);
        }
    }

    /** @param inner null where the address stays */
    public static Translation of(AddressSet outer, @Nullable AddressSet inner) {
        return new Translation(AddressSet.ANY, ProtocolSet.ANY, outer, PortSet.ANY, inner, null, "", 0);
    }

    public Translation from(AddressSet sources) {
        return new Translation(sources, protocols, outer, outerPorts, inner, innerPorts, origin, line);
    }

    public Translation over(ProtocolSet protocols) {
        return new Translation(sources, protocols, outer, outerPorts, inner, innerPorts, origin, line);
    }

    /** @param inner null where the port stays */
    public Translation ports(PortSet outerPorts, @Nullable PortSet innerPorts) {
        return new Translation(sources, protocols, outer, outerPorts, inner, innerPorts, origin, line);
    }

    public Translation at(int line, String origin) {
        return new Translation(sources, protocols, outer, outerPorts, inner, innerPorts, origin, line);
    }

    /** Whether it changes nothing of what it takes: it only keeps that from later translations. */
    public boolean isIdle() {
        return inner == null && innerPorts == null;
    }

    /**
     * Whether it is known of every packet that it takes where that arrives. Of blocks it is not: some devices keep the
     * place within them, others choose any.
     */
    public boolean isExact() {
        return isIdle()
                || inner != null
                        && !crossesFamilies()
                        && inner.isSingle()
                        && (innerPorts == null || innerPorts.size() == 1);
    }

    /** What of the flow this takes, still as the partner sends it; empty sets where nothing. */
    Flow taken(Flow sent) {
        return new Flow(
                sent.sources().intersect(sources),
                sent.destinations().intersect(outer),
                sent.protocols().intersect(protocols),
                sent.destinationPorts().intersect(outerPorts));
    }

    /** What of the flow this leaves as it is: flows that share no packet. */
    List<Flow> left(Flow sent) {
        var taken = taken(sent);
        var left = new ArrayList<Flow>();
        left.add(new Flow(
                sent.sources().minus(sources), sent.destinations(), sent.protocols(), sent.destinationPorts()));
        left.add(
                new Flow(taken.sources(), sent.destinations().minus(outer), sent.protocols(), sent.destinationPorts()));
        left.add(new Flow(
                taken.sources(), taken.destinations(), sent.protocols().minus(protocols), sent.destinationPorts()));
        left.add(new Flow(
                taken.sources(),
                taken.destinations(),
                taken.protocols(),
                sent.destinationPorts().minus(outerPorts)));
        left.removeIf(Flow::isEmpty);
        return left;
    }

    /** Where a flow that this takes arrives. */
    public Flow arriving(Flow taken) {
        return new Flow(
                crossesFamilies() ? AddressSet.ANY : taken.sources(),
                inner == null ? taken.destinations() : moved(taken.destinations(), outer, inner),
                taken.protocols(),
                innerPorts == null
                        ? taken.destinationPorts()
                        : moved(taken.destinationPorts(), outerPorts, innerPorts));
    }

    /** Where a partner can have sent a packet that this let arrive: the flow turned round. */
    Flow sent(Flow arriving) {
        return new Flow(
                (crossesFamilies() ? AddressSet.ANY : arriving.sources()).intersect(sources),
                inner == null ? arriving.destinations().intersect(outer) : moved(arriving.destinations(), inner, outer),
                arriving.protocols().intersect(protocols),
                innerPorts == null
                        ? arriving.destinationPorts().intersect(outerPorts)
                        : moved(arriving.destinationPorts(), innerPorts, outerPorts));
    }

    private boolean crossesFamilies() {
        return inner != null
                && (outer.only4().isEmpty() != inner.only4().isEmpty()
                        || outer.only6().isEmpty() != inner.only6().isEmpty());
    }

    private static AddressSet moved(AddressSet part, AddressSet from, AddressSet to) {
        var within = part.intersect(from);
        if (within.isEmpty()) {
            return AddressSet.NONE;
        }
        for (var family : Family.values()) {
            var distance = distance(family.of(from), family.of(to));
            if (distance != null && from.equals(family.set(family.of(from))) && to.equals(family.set(family.of(to)))) {
                return family.shifted(within, distance);
            }
        }
        return to;
    }

    private static PortSet moved(PortSet part, PortSet from, PortSet to) {
        var within = part.intersect(from);
        var distance = distance(from.intervals(), to.intervals());
        return within.isEmpty() ? PortSet.NONE : distance == null ? to : within.shifted(distance.intValueExact());
    }

    /** How far one block lies behind the other, where both are one block of the same size. */
    private static @Nullable BigInteger distance(Intervals<?> from, Intervals<?> to) {
        return from.ranges() == 1 && to.ranges() == 1 && from.count().equals(to.count())
                ? to.low(0).subtract(from.low(0))
                : null;
    }

    /** As its device calls it and as it reads: "line 3 web: tcp 203.0.113.5 port 8443 -> 10.0.0.5 port 443". */
    @Override
    public String toString() {
        var place = ((line > 0 ? "line " + line + " " : "") + origin).strip();
        return (place.isEmpty() ? "" : place + ": ") + protocols + " " + outer + port(outerPorts) + " -> "
                + (inner == null ? "itself" : inner) + (innerPorts == null ? "" : port(innerPorts));
    }

    private static String port(PortSet ports) {
        return ports.isAny() ? "" : " port " + ports;
    }
}
