package dev.sekisho.ruleset.evaluator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A gateway of Check Point that is made up from a number and answers of itself: it looks at one packet as it is sent, rule by
 * rule, and knows nothing of sets. Real addresses are 10.0.0.n, those outside 203.0.113.n.
 */
final class CheckPointDevice {

    record Probe(String source, String destination, String protocol, int port) {}

    /** @param inline the number of the layer it leads to, -1 if it decides itself */
    private record Rule(
            Cell source,
            Cell destination,
            Cell service,
            boolean accepts,
            int inline,
            Set<String> gateways,
            boolean night,
            boolean off) {}

    private record Cell(List<String> names, boolean negated) {}

    private record Layer(String name, List<Rule> rules, boolean acceptsRest) {}

    /** @param inner "" where the packet stays as it is */
    private record Nat(String source, String outer, boolean https, String inner, boolean alt, boolean off) {}

    private static final List<String> SOURCES = List.of("198.51.100.1", "198.51.100.2", "192.0.2.1");
    private static final List<String> INSIDE = List.of("10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.9");
    private static final List<String> OUTSIDE = List.of("203.0.113.4", "203.0.113.5", "203.0.113.9");
    private static final List<Integer> PORTS = List.of(22, 80, 443, 8443);

    private final Random random;
    private final boolean mayDoubt;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Layer> ordered = new ArrayList<>();
    private final List<Nat> nats = new ArrayList<>();
    private final boolean hasStatic;
    private final boolean pages;

    CheckPointDevice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        mayDoubt = chance(30);
        hasStatic = chance(30);
        pages = chance(30);
        // a layer leads to those that were made before it
        IntStream.range(0, 2 + random.nextInt(3)).forEach(i -> layers.add(layer("L" + i)));
        ordered.add(layers.get(layers.size() - 1));
        if (chance(40)) {
            ordered.add(layers.get(layers.size() - 2));
        }
        IntStream.range(0, random.nextInt(4)).forEach(i -> nats.add(nat()));
    }

    static List<Probe> probes() {
        return Stream.concat(INSIDE.stream(), OUTSIDE.stream())
                .flatMap(destination -> SOURCES.stream()
                        .flatMap(source -> Stream.of("tcp", "udp")
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

    private Layer layer(String name) {
        var rules =
                IntStream.range(0, 1 + random.nextInt(5)).mapToObj(i -> rule()).toList();
        return new Layer(name, rules, chance(25));
    }

    private Rule rule() {
        return new Rule(
                cell(SOURCES, List.of("net", "but")),
                cell(Stream.concat(INSIDE.stream(), OUTSIDE.stream()).toList(), List.of("block", "range", "group")),
                services(),
                chance(60),
                !layers.isEmpty() && chance(25) ? random.nextInt(layers.size()) : -1,
                chance(80) ? Set.of() : one(List.of(Set.of("ours"), Set.of("other"), Set.of("ours", "other"))),
                mayDoubt && chance(25),
                chance(10));
    }

    private Cell cell(List<String> addresses, List<String> named) {
        if (chance(35)) {
            return new Cell(List.of("Any"), false);
        }
        var names = chance(40)
                ? List.of(one(addresses))
                : chance(50) ? List.of(one(named)) : List.of(one(addresses), one(named));
        return new Cell(names.stream().distinct().toList(), chance(15));
    }

    private Cell services() {
        if (chance(40)) {
            return new Cell(List.of("Any"), false);
        }
        return new Cell(
                one(List.of(List.of("ssh"), List.of("web"), List.of("high", "ssh"), List.of("all"), List.of("low"))),
                chance(20));
    }

    private Nat nat() {
        var inner = chance(20) ? "" : one(INSIDE);
        var https = chance(40);
        return new Nat(
                chance(60) ? "" : one(SOURCES),
                one(OUTSIDE),
                https,
                inner,
                https && !inner.isEmpty() && chance(50),
                chance(10));
    }

    boolean isCertain() {
        return layers.stream().flatMap(layer -> layer.rules.stream()).noneMatch(rule -> rule.night && !rule.off);
    }

    /** Whether a packet may come to this address, be it straight or through a translation. */
    boolean mayArrive(Probe arriving) {
        return mayPass(arriving)
                || probes().stream()
                        .anyMatch(sent ->
                                !sent.equals(arriving(sent)) && arriving(sent).equals(arriving) && mayPass(sent));
    }

    private boolean mayPass(Probe sent) {
        return ordered.stream().allMatch(layer -> mayPass(layer, sent));
    }

    private boolean mayPass(Layer layer, Probe sent) {
        for (var rule : layer.rules) {
            if (!matches(rule, sent)) {
                continue;
            }
            var permits = rule.inline >= 0 ? mayPass(layers.get(rule.inline), sent) : rule.accepts;
            // what holds at night only may not hold
            if (permits || !rule.night) {
                return permits;
            }
        }
        return layer.acceptsRest;
    }

    private boolean matches(Rule rule, Probe sent) {
        return !rule.off
                && (rule.gateways.isEmpty() || rule.gateways.contains("ours"))
                && holds(rule.source, sent.source)
                && holds(rule.destination, sent.destination)
                && rule.service.negated != rule.service.names.stream().anyMatch(name -> serves(name, sent));
    }

    private static boolean holds(Cell cell, String address) {
        return cell.negated != cell.names.stream().anyMatch(name -> isWithin(name, address));
    }

    private static boolean isWithin(String name, String address) {
        return switch (name) {
            case "Any" -> true;
            case "net" -> address.startsWith("198.51.100.");
            // net without 198.51.100.1
            case "but" -> address.equals("198.51.100.2");
            // 10.0.0.4/31
            case "block" -> List.of("10.0.0.4", "10.0.0.5").contains(address);
            // 203.0.113.4 to 203.0.113.6
            case "range" -> List.of("203.0.113.4", "203.0.113.5").contains(address);
            // block without 10.0.0.4, and 203.0.113.9
            case "group" -> List.of("10.0.0.5", "203.0.113.9").contains(address);
            default -> name.equals(address);
        };
    }

    private static boolean serves(String name, Probe probe) {
        var tcp = probe.protocol.equals("tcp");
        return switch (name) {
            case "Any" -> true;
            case "ssh" -> tcp && probe.port == 22;
            case "web" -> tcp && (probe.port == 80 || probe.port == 443);
            case "high" -> tcp && probe.port > 1023;
            case "low" -> !tcp && probe.port < 1024;
            case "all" -> tcp ? probe.port == 22 || probe.port == 80 || probe.port == 443 : probe.port < 1024;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Where a packet arrives that is sent like this: what somebody wrote first, then what the object says. */
    Probe arriving(Probe sent) {
        for (var nat : nats) {
            if (!nat.off
                    && (nat.source.isEmpty() || nat.source.equals(sent.source))
                    && nat.outer.equals(sent.destination)
                    && (!nat.https || sent.protocol.equals("tcp") && sent.port == 443)) {
                return nat.inner.isEmpty()
                        ? sent
                        : new Probe(sent.source, nat.inner, sent.protocol, nat.alt ? 8443 : sent.port);
            }
        }
        return hasStatic && sent.destination.equals("203.0.113.9")
                ? new Probe(sent.source, "10.0.0.9", sent.protocol, sent.port)
                : sent;
    }

    /** The answers of the API that describe it. */
    String text() {
        var answers = new ArrayList<String>();
        for (var layer : layers) {
            var rules = IntStream.range(0, layer.rules.size())
                    .mapToObj(i -> text(layer, layer.rules.get(i), i + 1))
                    .toList();
            var cut = pages ? rules.size() / 2 : 0;
            if (cut > 0) {
                answers.add(page(layer, rules, cut + 1, rules.size()));
            }
            answers.add(page(layer, rules, 1, cut > 0 ? cut : rules.size()));
        }
        answers.add("{\"type\": \"package\", \"name\": \"P\", \"uid\": \"p\", \"access-layers\": ["
                + ordered.stream()
                        .map(layer -> "{\"uid\": \"" + layer.name + "\"}")
                        .collect(Collectors.joining(","))
                + "]}");
        answers.add("{\"uid\": \"nat\", \"from\": 1, \"to\": " + nats.size() + ", \"total\": " + nats.size()
                + ", \"rulebase\": ["
                + IntStream.range(0, nats.size())
                        .mapToObj(i -> text(nats.get(i), i + 1))
                        .collect(Collectors.joining(","))
                + "]}");
        answers.add("{\"objects\": [" + String.join(",", objects()) + "]}");
        return String.join("\n", answers);
    }

    private static String page(Layer layer, List<String> rules, int from, int to) {
        return "{\"uid\": \"" + layer.name + "\", \"name\": \"" + layer.name + "\", \"implicit-cleanup-action\": \""
                + (layer.acceptsRest ? "accept" : "drop") + "\", \"from\": " + from + ", \"to\": " + to
                + ", \"total\": "
                + rules.size() + ", \"rulebase\": [{\"type\": \"access-section\", \"rulebase\": ["
                + String.join(",\n", rules.subList(from - 1, to)) + "]}]}";
    }

    private String text(Layer layer, Rule rule, int number) {
        return "{\"type\": \"access-rule\", \"uid\": \"" + layer.name + "." + number + "\", \"rule-number\": " + number
                + ", \"enabled\": " + !rule.off + cell("source", rule.source) + cell("destination", rule.destination)
                + cell("service", rule.service) + ", \"vpn\": [\"any\"], \"content\": [\"any\"], \"time\": [\""
                + (rule.night ? "night" : "any") + "\"], \"install-on\": ["
                + (rule.gateways.isEmpty() ? "\"targets\"" : quoted(List.copyOf(rule.gateways))) + "], \"action\": \""
                + (rule.inline >= 0 ? "inner\", \"inline-layer\": \"L" + rule.inline : rule.accepts ? "accept" : "drop")
                + "\"}";
    }

    private static String cell(String name, Cell cell) {
        return ", \"" + name + "\": ["
                + quoted(cell.names.stream()
                        .map(one -> one.replace("Any", "any"))
                        .toList()) + "], \"" + name + "-negate\": " + cell.negated;
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
    }

    private static String text(Nat nat, int number) {
        return "{\"type\": \"nat-rule\", \"rule-number\": " + number + ", \"enabled\": " + !nat.off
                + ", \"original-source\": \"" + (nat.source.isEmpty() ? "any" : nat.source)
                + "\", \"original-destination\": \""
                + nat.outer + "\", \"original-service\": \"" + (nat.https ? "https" : "any")
                + "\", \"translated-source\": \"original\", \"translated-destination\": \""
                + (nat.inner.isEmpty() ? "original" : nat.inner) + "\", \"translated-service\": \""
                + (nat.alt ? "alt" : "original") + "\", \"install-on\": [\"targets\"]}";
    }

    private List<String> objects() {
        var all = new ArrayList<>(List.of(
                object("any", "Any", "CpmiAnyObject", ""),
                object("accept", "Accept", "RulebaseAction", ""),
                object("drop", "Drop", "RulebaseAction", ""),
                object("inner", "Inner Layer", "Global", ""),
                object("targets", "Policy Targets", "Global", ""),
                object("original", "Original", "Global", ""),
                object("night", "night", "time", ""),
                object("ours", "ours", "simple-gateway", ""),
                object("other", "other", "simple-gateway", ""),
                object("net", "net", "network", ", \"subnet4\": \"198.51.100.0\", \"mask-length4\": 24"),
                object("but", "but", "group-with-exclusion", ", \"include\": \"net\", \"except\": \"198.51.100.1\""),
                object("block", "block", "network", ", \"subnet4\": \"10.0.0.4\", \"mask-length4\": 31"),
                object("less", "less", "group-with-exclusion", ", \"include\": \"block\", \"except\": \"10.0.0.4\""),
                object(
                        "range",
                        "range",
                        "address-range",
                        ", \"ipv4-address-first\": \"203.0.113.4\", \"ipv4-address-last\": \"203.0.113.6\""),
                object("group", "group", "group", ", \"members\": [\"less\", \"203.0.113.9\"]"),
                object("ssh", "ssh", "service-tcp", ", \"port\": \"22\""),
                object("http", "http", "service-tcp", ", \"port\": \"80\""),
                object("https", "https", "service-tcp", ", \"port\": \"443\""),
                object("alt", "alt", "service-tcp", ", \"port\": \"8443\""),
                object("web", "web", "service-group", ", \"members\": [\"http\", \"https\"]"),
                object("high", "high", "service-tcp", ", \"port\": \">1023\""),
                object("low", "low", "service-udp", ", \"port\": \"<1024\""),
                object("all", "all", "service-group", ", \"members\": [\"web\", \"ssh\", \"low\"]")));
        Stream.of(SOURCES, INSIDE, OUTSIDE)
                .flatMap(List::stream)
                .forEach(address -> all.add(object(
                        address,
                        "host " + address,
                        "host",
                        ", \"ipv4-address\": \"" + address + "\""
                                + (hasStatic && address.equals("10.0.0.9")
                                        ? ", \"nat-settings\": {\"auto-rule\": true, \"method\": \"static\", \"ipv4-address\":"
                                                + " \"203.0.113.9\", \"install-on\": \"All\"}"
                                        : ""))));
        return all;
    }

    private static String object(String uid, String name, String type, String more) {
        return "{\"uid\": \"" + uid + "\", \"name\": \"" + name + "\", \"type\": \"" + type + "\"" + more + "}";
    }

    @Override
    public String toString() {
        return text();
    }
}
