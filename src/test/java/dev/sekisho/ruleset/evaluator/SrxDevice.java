package dev.sekisho.ruleset.evaluator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A firewall of the SRX kind that is made up from a number and answers of itself: it looks at one packet at its real address,
 * and knows nothing of sets. Real addresses are 10.0.0.n, those outside 203.0.113.n.
 */
final class SrxDevice {

    record Probe(String source, String destination, String protocol, int port) {}

    /** @param used the name of the scheduler, of which nobody knows when it holds; "" if there is none */
    private record Policy(
            String name,
            Set<String> from,
            Set<String> to,
            Cell source,
            Cell destination,
            List<String> applications,
            String action,
            String used,
            boolean inactive) {
        boolean permits() {
            return action.equals("permit");
        }
    }

    private record Cell(List<String> names, boolean excluded) {}

    /** @param inner "" where the packet stays as it is */
    private record Nat(Set<String> from, String source, String outer, boolean https, String inner, int port) {}

    private static final List<String> ZONES = List.of("u", "t", "d");
    private static final List<String> SOURCES = List.of("198.51.100.1", "198.51.100.2", "192.0.2.1");
    private static final List<String> INSIDE = List.of("10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.9");
    private static final List<String> OUTSIDE = List.of("203.0.113.4", "203.0.113.5", "203.0.113.9");
    private static final List<Integer> PORTS = List.of(22, 80, 443);

    final String from;
    final String to;
    private final Random random;
    private final boolean mayDoubt;
    private final List<Policy> between = new ArrayList<>();
    private final List<Policy> global = new ArrayList<>();
    private final List<Nat> nats = new ArrayList<>();
    private final boolean permitsRest;

    /** The name "net" means one block in the book of zone u and another in the global one. */
    private final boolean ownBook;

    private final boolean attached;
    private final boolean inBraces;
    private final boolean byGroup;

    SrxDevice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        from = one(ZONES);
        to = one(ZONES);
        mayDoubt = chance(30);
        permitsRest = chance(20);
        ownBook = chance(50);
        attached = chance(50);
        inBraces = chance(40);
        byGroup = chance(20);
        IntStream.range(0, 1 + random.nextInt(5)).forEach(i -> between.add(policy("p" + i, false)));
        IntStream.range(0, random.nextInt(4)).forEach(i -> global.add(policy("g" + i, true)));
        IntStream.range(0, random.nextInt(4)).forEach(i -> nats.add(nat()));
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

    private Policy policy(String name, boolean isGlobal) {
        return new Policy(
                name,
                isGlobal ? zones() : Set.of(chance(70) ? from : one(ZONES)),
                isGlobal ? zones() : Set.of(chance(70) ? to : one(ZONES)),
                cell(SOURCES, List.of("net")),
                cell(INSIDE, List.of("block", "set")),
                applications(),
                one(List.of("permit", "permit", "deny", "reject")),
                mayDoubt && chance(30) ? "night" : "",
                chance(10));
    }

    private Set<String> zones() {
        return chance(50) ? Set.of() : chance(50) ? Set.of(one(ZONES)) : Set.of("u", "t");
    }

    private Cell cell(List<String> addresses, List<String> named) {
        if (chance(35)) {
            return new Cell(List.of("any"), false);
        }
        var names = chance(40) ? List.of(one(addresses)) : chance(50) ? named : List.of(one(addresses), one(addresses));
        return new Cell(names.stream().distinct().toList(), chance(15));
    }

    private List<String> applications() {
        return chance(40)
                ? List.of("any")
                : one(List.of(
                        List.of("junos-ssh"),
                        List.of("web"),
                        List.of("all-web", "junos-ssh"),
                        List.of("terms"),
                        List.of("udp-any")));
    }

    private Nat nat() {
        var inner = chance(20) ? "" : one(INSIDE);
        var https = chance(40);
        return new Nat(
                Set.of(chance(60) ? from : one(ZONES)),
                chance(60) ? "" : one(SOURCES),
                one(OUTSIDE),
                https,
                inner,
                https && !inner.isEmpty() && chance(50) ? 22 : 0);
    }

    boolean isCertain() {
        return between.stream().noneMatch(policy -> !policy.used.isEmpty() && !policy.inactive)
                && global.stream().noneMatch(policy -> !policy.used.isEmpty() && !policy.inactive);
    }

    /** Whether the policies may let a packet pass that is on its way to this address. */
    boolean mayArrive(Probe probe) {
        for (var policy : between) {
            if (policy.from.contains(from) && policy.to.contains(to) && decides(policy, probe, policy.from)) {
                return policy.permits();
            }
        }
        for (var policy : global) {
            if ((policy.from.isEmpty() || policy.from.contains(from))
                    && (policy.to.isEmpty() || policy.to.contains(to))
                    && decides(policy, probe, Set.of())) {
                return policy.permits();
            }
        }
        return permitsRest;
    }

    /** What is denied at some times only may pass at others. */
    private boolean decides(Policy policy, Probe probe, Set<String> zone) {
        return !policy.inactive
                && holds(policy.source, probe.source, zone)
                && holds(policy.destination, probe.destination, Set.of())
                && policy.applications.stream().anyMatch(name -> serves(name, probe))
                && (policy.permits() || policy.used.isEmpty());
    }

    private boolean holds(Cell cell, String address, Set<String> zone) {
        return cell.excluded != cell.names.stream().anyMatch(name -> isWithin(address, name, zone));
    }

    private boolean isWithin(String address, String name, Set<String> zone) {
        return switch (name) {
            case "any" -> true;
            case "net" -> address.startsWith(ownBook && zone.contains("u") ? "192.0.2." : "198.51.100.");
            // 10.0.0.4/31
            case "block" -> List.of("10.0.0.4", "10.0.0.5").contains(address);
            // a range from 10.0.0.6 to 10.0.0.8, and 10.0.0.9
            case "set" -> List.of("10.0.0.6", "10.0.0.9").contains(address);
            default -> name.equals(address);
        };
    }

    private static boolean serves(String application, Probe probe) {
        var tcp = probe.protocol.equals("tcp");
        return switch (application) {
            case "any" -> true;
            case "junos-ssh" -> tcp && probe.port == 22;
            case "web" -> tcp && probe.port == 80;
            case "all-web" -> tcp && (probe.port == 80 || probe.port == 443);
            case "terms" -> tcp ? probe.port == 443 : probe.port == 80;
            case "udp-any" -> !tcp;
            default -> throw new IllegalArgumentException(application);
        };
    }

    /** Where a packet arrives that is sent like this. */
    Probe arriving(Probe sent) {
        for (var nat : nats) {
            if (nat.from.contains(from)
                    && (nat.source.isEmpty() || nat.source.equals(sent.source))
                    && nat.outer.equals(sent.destination)
                    && (!nat.https || sent.protocol.equals("tcp") && sent.port == 443)) {
                return nat.inner.isEmpty()
                        ? sent
                        : new Probe(sent.source, nat.inner, sent.protocol, nat.port == 0 ? sent.port : nat.port);
            }
        }
        return sent;
    }

    /** The configuration that describes it. */
    String text() {
        var commands = new ArrayList<String>();
        ZONES.forEach(zone -> commands.add(
                "security zones security-zone " + zone + " interfaces ge-0/0/" + ZONES.indexOf(zone) + ".0"));
        books(commands);
        commands.add("applications application web protocol tcp destination-port 80");
        commands.add("applications application-set all-web application junos-https");
        commands.add("applications application-set all-web application-set only-web");
        commands.add("applications application-set only-web application web");
        commands.add("applications application terms term t1 protocol tcp destination-port 443-444");
        commands.add("applications application terms term t2 protocol udp destination-port http");
        commands.add("applications application udp-any protocol udp");
        between.forEach(policy -> write(policy, path(policy), commands));
        global.forEach(policy -> write(policy, "security policies global policy " + policy.name, commands));
        if (permitsRest) {
            commands.add((byGroup ? "groups g " : "") + "security policies default-policy permit-all");
        }
        if (byGroup) {
            commands.add("groups g security policies from-zone <*> to-zone <*> policy <*> then log session-close");
            commands.add("groups g security policies policy-rematch");
            commands.add("apply-groups g");
        }
        for (int i = 0; i < nats.size(); i++) {
            write(nats.get(i), i, commands);
        }
        return inBraces
                ? SrxBraces.of(commands)
                : "set " + String.join("\nset ", commands).replace("set !", "deactivate ") + "\n";
    }

    private static String path(Policy policy) {
        return "security policies from-zone " + String.join("", policy.from) + " to-zone " + String.join("", policy.to)
                + " policy " + policy.name;
    }

    private void books(List<String> commands) {
        var global = "security address-book global address";
        SOURCES.forEach(address -> commands.add(global + " " + address + " " + address + "/32"));
        INSIDE.forEach(address -> commands.add(global + " " + address + " " + address));
        commands.add(global + " net 198.51.100.9/24");
        commands.add(global + " block 10.0.0.4/31");
        commands.add(global + " range range-address 10.0.0.6 to 10.0.0.8");
        commands.add(global + "-set inner address range");
        commands.add(global + "-set set address-set inner");
        commands.add(global + "-set set address 10.0.0.9");
        if (ownBook && attached) {
            commands.add("security address-book own address net 192.0.2.0/24");
            commands.add("security address-book own attach zone u");
        } else if (ownBook) {
            commands.add("security zones security-zone u address-book address net 192.0.2.0/24");
        }
    }

    private static void write(Policy policy, String path, List<String> commands) {
        cell(policy.source, path + " match source-address", commands);
        cell(policy.destination, path + " match destination-address", commands);
        policy.applications.forEach(name -> commands.add(path + " match application " + name));
        if (path.contains(" global ")) {
            policy.from.forEach(zone -> commands.add(path + " match from-zone " + zone));
            policy.to.forEach(zone -> commands.add(path + " match to-zone " + zone));
        }
        commands.add(path + " then " + policy.action);
        if (!policy.used.isEmpty()) {
            commands.add(path + " scheduler-name " + policy.used);
        }
        if (policy.inactive) {
            commands.add("!" + path);
        }
    }

    private static void cell(Cell cell, String path, List<String> commands) {
        cell.names.forEach(name -> commands.add(path + " " + name));
        if (cell.excluded) {
            commands.add(path + "-excluded");
        }
    }

    private static void write(Nat nat, int number, List<String> commands) {
        // rules of all zones in one set would be asked for each of them
        var rule = "security nat destination rule-set " + String.join("", nat.from) + " rule n" + number;
        commands.add("security nat destination rule-set " + String.join("", nat.from) + " from zone "
                + String.join("", nat.from));
        commands.add(rule + " match destination-address " + nat.outer + "/32");
        if (!nat.source.isEmpty()) {
            commands.add(rule + " match source-address " + nat.source + "/32");
        }
        if (nat.https) {
            commands.add(rule + " match protocol tcp");
            commands.add(rule + " match destination-port 443");
        }
        commands.add(rule + " then destination-nat " + (nat.inner.isEmpty() ? "off" : "pool n" + number));
        if (!nat.inner.isEmpty()) {
            commands.add("security nat destination pool n" + number + " address " + nat.inner + "/32"
                    + (nat.port == 0 ? "" : " port " + nat.port));
        }
    }

    @Override
    public String toString() {
        return from + " to " + to + "\n" + text();
    }
}
