package dev.sekisho.ruleset.evaluator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A firewall with zones that is made up from a number and answers of itself: it looks at one packet as it is sent, and knows
 * nothing of sets. Real addresses are 10.0.0.n, those outside 203.0.113.n, and a block of four of one side stands for one
 * of the other.
 */
final class PanosDevice {

    record Probe(String source, String destination, String protocol, int port) {}

    /** @param applied an application is named, which nobody knows when the first packet comes */
    private record Rule(
            String place,
            Set<String> from,
            Set<String> to,
            String type,
            Cell source,
            Cell destination,
            Set<String> services,
            boolean allows,
            boolean applied,
            boolean disabled) {}

    /** @param inner the first address inside, "" where nothing is changed */
    private record Nat(
            Set<String> from,
            Cell source,
            Cell outer,
            String service,
            String inner,
            boolean wholeBlock,
            int port,
            boolean disabled) {}

    private record Cell(List<String> names, boolean negated) {
        boolean holds(String address) {
            return negated != names.stream().anyMatch(name -> isWithin(address, name));
        }
    }

    private static final List<String> ZONES = List.of("u", "t", "d");
    private static final List<String> SOURCES = List.of("198.51.100.1", "198.51.100.2", "192.0.2.1");
    private static final List<String> INSIDE = List.of("10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.7", "10.0.0.9");
    private static final List<String> OUTSIDE =
            List.of("203.0.113.4", "203.0.113.5", "203.0.113.6", "203.0.113.7", "203.0.113.9");
    private static final List<Integer> PORTS = List.of(22, 80, 8080);
    private static final List<String> PLACES = List.of("pre-rulebase", "rulebase", "post-rulebase");

    final String from;
    final String to;
    private final Random random;
    private final boolean mayDoubt;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Nat> nats = new ArrayList<>();
    private final boolean withinAllowed;
    private final boolean betweenAllowed;

    PanosDevice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        from = one(ZONES);
        to = chance(15) ? from : one(ZONES);
        mayDoubt = chance(30);
        withinAllowed = !chance(20);
        betweenAllowed = chance(15);
        for (var place : PLACES) {
            IntStream.range(0, random.nextInt(4)).forEach(none -> rules.add(rule(place)));
        }
        rules.add(rule("rulebase"));
        IntStream.range(0, random.nextInt(4)).forEach(none -> nats.add(nat()));
        // in the order in which they are asked
        rules.sort((one, other) -> PLACES.indexOf(one.place) - PLACES.indexOf(other.place));
    }

    static List<Probe> probes() {
        var all = new ArrayList<>(INSIDE);
        all.addAll(OUTSIDE);
        return SOURCES.stream()
                .flatMap(source -> all.stream()
                        .flatMap(destination -> List.of("tcp", "udp").stream()
                                .flatMap(protocol ->
                                        PORTS.stream().map(port -> new Probe(source, destination, protocol, port)))))
                .toList();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Set<String> zones() {
        return chance(50) ? Set.of("any") : chance(70) ? Set.of(one(ZONES)) : Set.of("u", "t");
    }

    private Rule rule(String place) {
        return new Rule(
                place,
                zones(),
                zones(),
                one(List.of("universal", "universal", "intrazone", "interzone")),
                cell(SOURCES, "198.51.100.0/24", chance(20)),
                chance(60) ? cell(OUTSIDE, "203.0.113.4/30", chance(15)) : cell(INSIDE, "10.0.0.4/30", chance(15)),
                services(),
                chance(60),
                mayDoubt && chance(30),
                chance(10));
    }

    private Set<String> services() {
        return chance(45)
                ? Set.of("any")
                : chance(50) ? Set.of(one(List.of("s22", "s80", "s8080"))) : Set.of("s22", "s80");
    }

    private Cell cell(List<String> addresses, String block, boolean negated) {
        if (chance(35)) {
            return new Cell(List.of("any"), false);
        }
        var names = chance(50)
                ? List.of(one(addresses))
                : chance(50) ? List.of(block) : List.of(one(addresses), one(addresses));
        return new Cell(names, negated);
    }

    private Nat nat() {
        var block = chance(40);
        var service = one(List.of("any", "s80", "s22"));
        var inner = chance(15) ? "" : block && chance(50) ? "10.0.0.4" : one(INSIDE);
        return new Nat(
                chance(30) ? Set.of("any") : Set.of(one(ZONES)),
                cell(SOURCES, "198.51.100.0/24", false),
                new Cell(List.of(block ? "203.0.113.4/30" : one(OUTSIDE)), false),
                service,
                inner,
                block && inner.equals("10.0.0.4"),
                !inner.isEmpty() && !service.equals("any") && chance(50) ? 8080 : 0,
                chance(10));
    }

    private static boolean isWithin(String address, String name) {
        if (name.equals("any") || name.equals(address)) {
            return true;
        }
        var slash = name.indexOf('/');
        if (slash < 0) {
            return false;
        }
        var size = 1 << 32 - Integer.parseInt(name.substring(slash + 1));
        var first = name.substring(0, slash);
        var distance = last(address) - last(first);
        return network(address).equals(network(first)) && distance >= 0 && distance < size;
    }

    private static String network(String address) {
        return address.substring(0, address.lastIndexOf('.'));
    }

    private static int last(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf('.') + 1));
    }

    private static boolean serves(Set<String> services, Probe probe) {
        return services.contains("any") || probe.protocol.equals("tcp") && services.contains("s" + probe.port);
    }

    boolean isCertain() {
        return rules.stream().noneMatch(rule -> rule.applied && !rule.disabled);
    }

    /** Whether something that is sent in some way, straight or to an address outside, may arrive like this. */
    boolean mayArrive(Probe real) {
        return maySend(real)
                || probes().stream()
                        .filter(sent -> sent.source.equals(real.source) && sent.protocol.equals(real.protocol))
                        .anyMatch(sent -> arriving(sent).equals(real) && !sent.equals(real) && maySend(sent));
    }

    /** Whether the rules let a packet pass that is sent like this. */
    private boolean maySend(Probe sent) {
        for (var rule : rules) {
            // what is denied by application has passed before it is known
            if (matches(rule, sent) && (rule.allows || !rule.applied)) {
                return rule.allows;
            }
        }
        return from.equals(to) ? withinAllowed : betweenAllowed;
    }

    private boolean matches(Rule rule, Probe sent) {
        return !rule.disabled
                && meets(rule.from, from)
                && (rule.type.equals("intrazone") || meets(rule.to, to))
                && (rule.type.equals("universal") || rule.type.equals("intrazone") == from.equals(to))
                && rule.source.holds(sent.source)
                && rule.destination.holds(sent.destination)
                && serves(rule.services, sent);
    }

    private static boolean meets(Set<String> zones, String zone) {
        return zones.contains("any") || zones.contains(zone);
    }

    /** Where a packet arrives that is sent like this. */
    Probe arriving(Probe sent) {
        for (var nat : nats) {
            if (!nat.disabled
                    && meets(nat.from, from)
                    && nat.source.holds(sent.source)
                    && nat.outer.holds(sent.destination)
                    && serves(Set.of(nat.service), sent)) {
                return translated(nat, sent);
            }
        }
        return sent;
    }

    private static Probe translated(Nat nat, Probe sent) {
        var inner = nat.inner.isEmpty()
                ? sent.destination
                : nat.wholeBlock ? "10.0.0." + last(sent.destination) : nat.inner;
        return new Probe(sent.source, inner, sent.protocol, nat.port == 0 ? sent.port : nat.port);
    }

    /** The commands that describe it. */
    String text() {
        var text = new StringBuilder();
        ZONES.forEach(zone -> text.append("set zone " + zone + " network layer3 e-" + zone + "\n"));
        PORTS.forEach(port -> text.append("set service s" + port + " protocol tcp port " + port + "\n"));
        for (int i = 0; i < rules.size(); i++) {
            write(text, rules.get(i), "r" + i);
        }
        for (int i = 0; i < nats.size(); i++) {
            write(text, nats.get(i), "n" + i);
        }
        var defaults = "set rulebase default-security-rules rules ";
        text.append(withinAllowed ? "" : defaults + "intrazone-default action deny\n");
        text.append(betweenAllowed ? defaults + "interzone-default action allow\n" : "");
        return text.toString();
    }

    private static void write(StringBuilder text, Rule rule, String name) {
        var path = "set " + (rule.place.equals("rulebase") ? "" : "policy panorama ") + rule.place + " security rules "
                + name + " ";
        text.append(path + "from " + list(rule.from) + " to " + list(rule.to) + " rule-type " + rule.type + "\n");
        text.append(path + "source " + list(rule.source.names) + " negate-source " + yes(rule.source.negated) + "\n");
        text.append(path + "destination " + list(rule.destination.names) + " negate-destination "
                + yes(rule.destination.negated) + "\n");
        text.append(path + "service " + list(rule.services) + " application " + (rule.applied ? "ftp" : "any")
                + " action " + (rule.allows ? "allow" : "deny") + " disabled " + yes(rule.disabled) + "\n");
    }

    private static void write(StringBuilder text, Nat nat, String name) {
        var path = "set rulebase nat rules " + name + " ";
        text.append(path + "from " + list(nat.from) + " to u source " + list(nat.source.names) + " destination "
                + list(nat.outer.names) + " service " + nat.service + " disabled " + yes(nat.disabled) + "\n");
        if (!nat.inner.isEmpty()) {
            text.append(path + "destination-translation translated-address " + nat.inner + (nat.wholeBlock ? "/30" : "")
                    + (nat.port == 0 ? "" : " translated-port " + nat.port) + "\n");
        }
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    private static String list(Iterable<String> names) {
        return "[ " + String.join(" ", names) + " ]";
    }

    @Override
    public String toString() {
        return from + " to " + to + "\n" + text().lines().collect(Collectors.joining("\n"));
    }
}
