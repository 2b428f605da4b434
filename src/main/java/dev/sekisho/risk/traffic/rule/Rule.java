package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a rule set in neutral form; starts as {@link #permit()} or {@link #deny()} of everything and is narrowed.
 * A rule that names ports matches only protocols that have ports, one that names ICMP types only ICMP, one that names
 * both matches both.
 *
 * @param device as its device has it; one that a reader could not model counts as permitting all it states
 */
public record Rule(
        Action action,
        AddressSet sources,
        AddressSet destinations,
        ProtocolSet protocols,
        PortSet sourcePorts,
        PortSet destinationPorts,
        IcmpTypeSet icmpTypes,
        DeviceLine device) {

    public static Rule permit() {
        return of(Action.PERMIT);
    }

    public static Rule deny() {
        return of(Action.DENY);
    }

    public static Rule of(Action action) {
        return new Rule(
                action,
                AddressSet.ANY,
                AddressSet.ANY,
                ProtocolSet.ANY,
                PortSet.ANY,
                PortSet.ANY,
                IcmpTypeSet.ANY,
                DeviceLine.NONE);
    }

    public Rule from(String... sources) {
        return from(AddressSet.of(sources));
    }

    public Rule from(AddressSet sources) {
        return new Rule(action, sources, destinations, protocols, sourcePorts, destinationPorts, icmpTypes, device);
    }

    public Rule to(String... destinations) {
        return to(AddressSet.of(destinations));
    }

    public Rule to(AddressSet destinations) {
        return new Rule(action, sources, destinations, protocols, sourcePorts, destinationPorts, icmpTypes, device);
    }

    public Rule over(ProtocolSet protocols) {
        return new Rule(action, sources, destinations, protocols, sourcePorts, destinationPorts, icmpTypes, device);
    }

    public Rule tcp(String... ports) {
        return over(ProtocolSet.TCP).ports(PortSet.of(ports));
    }

    public Rule udp(String... ports) {
        return over(ProtocolSet.UDP).ports(PortSet.of(ports));
    }

    public Rule icmp(String... types) {
        return over(ProtocolSet.ICMP).types(IcmpTypeSet.of(types));
    }

    public Rule ports(PortSet destinationPorts) {
        return new Rule(action, sources, destinations, protocols, sourcePorts, destinationPorts, icmpTypes, device);
    }

    public Rule sourcePorts(PortSet sourcePorts) {
        return new Rule(action, sources, destinations, protocols, sourcePorts, destinationPorts, icmpTypes, device);
    }

    public Rule types(IcmpTypeSet icmpTypes) {
        return new Rule(action, sources, destinations, protocols, sourcePorts, destinationPorts, icmpTypes, device);
    }

    public Rule acting(Action action) {
        return new Rule(action, sources, destinations, protocols, sourcePorts, destinationPorts, icmpTypes, device);
    }

    /** The same rule as one that a reader could not model, and why. */
    public Rule opaque(String reason) {
        return with(device.opaque(reason));
    }

    public Rule at(int line, String origin) {
        return with(new DeviceLine(position(), line, origin, opaque(), isImplied()));
    }

    /** The same rule as one of the device at this position of a chain. */
    public Rule inPosition(int position) {
        return with(new DeviceLine(position, line(), origin(), opaque(), isImplied()));
    }

    /** The same rule as one that stands in no list: its device applies it by itself. */
    public Rule implied() {
        return with(new DeviceLine(position(), line(), origin(), opaque(), true));
    }

    private Rule with(DeviceLine other) {
        return new Rule(action, sources, destinations, protocols, sourcePorts, destinationPorts, icmpTypes, other);
    }

    /** Why a reader could not model it, null if it could. */
    public @Nullable String opaque() {
        return device.opaque();
    }

    /** A short label: the line or the rule's name on the device. */
    public String origin() {
        return device.origin();
    }

    /** Where it stands in the configuration, 0 if unknown. */
    public int line() {
        return device.line();
    }

    /** Where its device stands in a chain of several, 0 where it is the only one. */
    public int position() {
        return device.position();
    }

    /** Nobody wrote it, so nobody can take it out: the last rule of a chain, the policy, what the device adds. */
    public boolean isImplied() {
        return device.implied();
    }

    public boolean isOpaque() {
        return opaque() != null;
    }

    /** A deny of what this matches. */
    public Rule denying() {
        return new Rule(
                Action.DENY,
                sources,
                destinations,
                protocols,
                sourcePorts,
                destinationPorts,
                icmpTypes,
                device.opaque(null));
    }

    /** What counts for risk: an opaque rule permits. */
    public Action effect() {
        return isOpaque() ? Action.PERMIT : action;
    }

    /** The sources it states, without a family of which it takes any. */
    public AddressSet namedSources() {
        return sources.withoutWholeFamilies();
    }

    /** What this matches within a region that names neither ports nor types. */
    public Rule within(Rule region) {
        return from(sources.intersect(region.sources))
                .to(destinations.intersect(region.destinations))
                .over(protocols.intersect(region.protocols));
    }

    /** Whether some packet matches both; ports and types are left out, so that it may say yes too often, never no. */
    public boolean mayOverlap(Rule other) {
        return sources.intersects(other.sources)
                && destinations.intersects(other.destinations)
                && protocols.intersects(other.protocols);
    }

    public boolean namesPorts() {
        return !sourcePorts.isAny() || !destinationPorts.isAny();
    }

    public boolean namesTypes() {
        return !icmpTypes.isAny();
    }

    /** As its device calls it and as it reads. */
    public String inFull() {
        var place = ((position() > 0 ? "position " + position() + " " : "")
                        + (line() > 0 ? "line " + line() + " " : "")
                        + origin())
                .strip();
        return place.isEmpty() ? toString() : place + ": " + this;
    }

    @Override
    public String toString() {
        var source = sourcePorts.isAny() ? "" : " port " + sourcePorts;
        var target = destinationPorts.isAny() ? "" : " port " + destinationPorts;
        var types = icmpTypes.isAny() ? "" : " type " + icmpTypes;
        return action.name().toLowerCase(Locale.ROOT) + " " + protocols + types + " " + sources + source + " -> "
                + destinations + target;
    }

    /**
     * A rule as its device has it.
     *
     * @param position where the device stands in a chain of several, 0 where it is the only one
     * @param line where the rule stands in the configuration, 0 if unknown
     * @param origin a short label: the line or the rule's name on the device
     * @param opaque why a reader could not model this rule, null if it could
     * @param implied nobody wrote it; the device applies it by itself
     */
    public record DeviceLine(
            int position, int line, String origin, @Nullable String opaque, boolean implied) {
        static final DeviceLine NONE = new DeviceLine(0, "", null, false);

        /** A rule of the only device. */
        public DeviceLine(int line, String origin, @Nullable String opaque, boolean implied) {
            this(0, line, origin, opaque, implied);
        }

        DeviceLine opaque(@Nullable String reason) {
            return new DeviceLine(position, line, origin, reason, implied);
        }
    }
}
