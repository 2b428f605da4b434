package dev.sekisho.ruleset.evaluator;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

/** An access list as a model: what it may let pass, and how its lines are written. */
record CiscoAcl(List<Entry> entries) {

    /** @param port of the destination, or the type of an ICMP message */
    record Probe(String source, String destination, int protocol, int port) {

        boolean six() {
            return source.contains(":");
        }

        Probe to(String other, int otherPort) {
            return new Probe(source, other, protocol, otherPort);
        }
    }

    /** Addresses that share a prefix; of no length for all of a family, and "any" for both. */
    record Place(String address, int prefix) {

        static final Place ANY = new Place("any", 0);
        static final Place ANY4 = new Place("0.0.0.0", 0);
        static final Place ANY6 = new Place("::", 0);

        boolean contains(String one) {
            if (equals(ANY)) {
                return true;
            }
            if (one.contains(":") != address.contains(":")) {
                return false;
            }
            var rest = (address.contains(":") ? 128 : 32) - prefix;
            return number(one).shiftRight(rest).equals(number(address).shiftRight(rest));
        }

        boolean isHost() {
            return prefix == (address.contains(":") ? 128 : 32);
        }

        String mask() {
            var mask = prefix == 0 ? 0L : 0xffffffffL << (32 - prefix) & 0xffffffffL;
            return dotted(mask);
        }

        String wildcard() {
            return dotted(prefix == 0 ? 0xffffffffL : (1L << (32 - prefix)) - 1);
        }

        private static String dotted(long number) {
            return (number >> 24) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        }

        private static BigInteger number(String address) {
            try {
                return new BigInteger(1, InetAddress.getByName(address).getAddress());
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(address, e);
            }
        }
    }

    /** Ports by an operator; "" names none. */
    record Ports(String operator, int first, int last) {

        static final Ports NONE = new Ports("", 0, 0);

        boolean contains(int port) {
            return switch (operator) {
                case "eq" -> port == first;
                case "neq" -> port != first;
                case "gt" -> port > first;
                case "lt" -> port < first;
                case "range" -> port >= first && port <= last;
                default -> true;
            };
        }

        String text() {
            return operator.isEmpty()
                    ? ""
                    : " " + operator + " " + first + (operator.equals("range") ? " " + last : "");
        }
    }

    /** What stands behind an entry, and whether a packet that opens a connection meets it. */
    enum Condition {
        NONE("", Meets.ALWAYS),
        LOG(" log", Meets.ALWAYS),
        TIME(" time-range NIGHT", Meets.PERHAPS),
        UNHEARD(" frobnicate 7", Meets.PERHAPS),
        INACTIVE(" inactive", Meets.NEVER),
        ESTABLISHED(" established", Meets.NEVER),
        FRAGMENTS(" fragments", Meets.NEVER),
        ACKNOWLEDGED(" match-all +ack -syn", Meets.NEVER),
        DSCP(" dscp ef", Meets.PERHAPS),
        TTL(" ttl lt 3", Meets.PERHAPS);

        final String text;
        final Meets meets;

        Condition(String text, Meets meets) {
            this.text = text;
            this.meets = meets;
        }
    }

    enum Meets {
        ALWAYS,
        PERHAPS,
        NEVER
    }

    private static final Map<Integer, String> NAMES = Map.of(0, "ip", 1, "icmp", 6, "tcp", 17, "udp");

    /** @param protocol 0 for any */
    record Entry(boolean permit, int protocol, Place source, Place destination, Ports ports, Condition condition) {

        static Entry of(boolean permit, Place source, Place destination) {
            return new Entry(permit, 0, source, destination, Ports.NONE, Condition.NONE);
        }

        boolean matches(Probe probe) {
            return (protocol == 0 || protocol == probe.protocol())
                    && source.contains(probe.source())
                    && destination.contains(probe.destination())
                    && ports.contains(probe.port());
        }

        String name() {
            return NAMES.get(protocol);
        }
    }

    /** Whether it lets the packet pass, if every doubt turns out so. */
    boolean mayPass(Probe probe) {
        for (var entry : entries) {
            if (!entry.matches(probe) || entry.condition().meets == Meets.NEVER) {
                continue;
            }
            if (entry.permit() || entry.condition().meets == Meets.ALWAYS) {
                return entry.permit();
            }
        }
        return false;
    }

    /** Nothing in it depends on what nobody can see. */
    boolean isCertain() {
        return entries.stream().noneMatch(entry -> entry.condition().meets == Meets.PERHAPS);
    }
}
