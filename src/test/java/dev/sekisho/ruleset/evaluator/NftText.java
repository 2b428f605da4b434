package dev.sekisho.ruleset.evaluator;

import dev.sekisho.ruleset.evaluator.NftModel.Block;
import dev.sekisho.ruleset.evaluator.NftModel.Ports;
import dev.sekisho.ruleset.evaluator.NftModel.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes a machine of the model as "nft -j list ruleset" does. */
final class NftText {

    private static final List<String> UNKNOWN = List.of(
            "{\"match\": {\"op\": \"==\", \"left\": {\"moon\": {\"key\": \"phase\"}}, \"right\": \"full\"}}",
            "{\"limit\": {\"rate\": 3, \"burst\": 5, \"per\": \"minute\"}}",
            "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"tcp\", \"field\": \"sport\"}}, \"right\":"
                    + " {\"numgen\": {\"mode\": \"inc\", \"mod\": 2}}}}");

    private final Random random;
    private final List<String> items = new ArrayList<>();

    private NftText(Random random) {
        this.random = random;
    }

    static String of(NftDevice device, Random random) {
        var text = new NftText(random);
        device.tables.forEach(text::table);
        if (!device.nat.isEmpty()) {
            text.nat(device.nat);
        }
        return "{\"nftables\": [" + String.join(",\n", text.items) + "]}";
    }

    private void table(NftDevice.Table table) {
        items.add("{\"table\": {\"family\": \"%s\", \"name\": \"%s\"%s}}"
                .formatted(table.family(), table.name(), table.dormant() ? ", \"flags\": [\"dormant\"]" : ""));
        var place = place(table.family(), table.name());
        for (var chain : table.model().chains.keySet()) {
            var base = ", \"type\": \"filter\", \"hook\": \"%s\", \"prio\": %d, \"policy\": \"%s\"%s"
                    .formatted(
                            table.hook(),
                            table.priority(),
                            table.policy().name().toLowerCase(Locale.ROOT),
                            table.device().isEmpty() ? "" : ", \"dev\": \"" + table.device() + "\"");
            items.add(
                    "{\"chain\": {%s, \"name\": \"%s\"%s}}".formatted(place, chain, chain.equals("base") ? base : ""));
        }
        for (var chain : table.model().chains.values()) {
            chain.rules()
                    .forEach(rule -> families(table.family())
                            .forEach(six -> rule(place, chain.name(), rule, six, target(rule))));
        }
    }

    /** A rule that names addresses is written for each family of its table. */
    private static List<Boolean> families(String family) {
        return family.equals("ip") ? List.of(false) : family.equals("ip6") ? List.of(true) : List.of(false, true);
    }

    private void nat(List<IptablesDevice.Nat> steps) {
        var place = place("ip", "nat");
        items.add("{\"table\": {\"family\": \"ip\", \"name\": \"nat\"}}");
        items.add(
                "{\"chain\": {" + place
                        + ", \"name\": \"pre\", \"type\": \"nat\", \"hook\": \"prerouting\", \"prio\": -100, \"policy\": \"accept\"}}");
        steps.forEach(step -> rule(place, "pre", step.rule(), false, translation(step)));
    }

    private static String place(String family, String table) {
        return "\"family\": \"%s\", \"table\": \"%s\"".formatted(family, table);
    }

    private static String target(Rule rule) {
        return switch (rule.target()) {
            case "LOG" -> rule.goes() ? "" : "{\"log\": null}";
            case "ACCEPT", "DROP", "RETURN" -> "{\"" + rule.target().toLowerCase(Locale.ROOT) + "\": null}";
            default -> "{\"%s\": {\"target\": \"%s\"}}".formatted(rule.goes() ? "goto" : "jump", rule.target());
        };
    }

    private String translation(IptablesDevice.Nat step) {
        var port = step.port() == 0 ? "" : ", \"port\": " + step.port();
        return switch (step.kind()) {
            case STAY, REDIRECT -> "{\"accept\": null}";
            case HOST ->
                "{\"dnat\": {\"family\": \"ip\", \"addr\": \"%s\"%s}}"
                        .formatted(NftSight.destination(step.to(), false), port);
            case NETWORK -> network(step);
        };
    }

    private static String network(IptablesDevice.Nat step) {
        var bits = step.rule().destination().bits();
        return ("{\"dnat\": {\"family\": \"ip\", \"type_flags\": [\"interval\", \"prefix\"], \"addr\": {\"map\": {\"key\": %s,"
                        + " \"data\": {\"set\": [[%s, %s]]}}}}}")
                .formatted(
                        payload("ip", "daddr"),
                        prefix(step.rule().destination(), true, false),
                        prefix(new Block(step.to(), bits, false), true, false));
    }

    private void rule(String place, String chain, Rule rule, boolean six, String target) {
        var parts = new ArrayList<String>();
        parts.add(match("==", "{\"meta\": {\"key\": \"nfproto\"}}", six ? "\"ipv6\"" : "\"ipv4\""));
        address(parts, "saddr", rule.source(), false, six);
        address(parts, "daddr", rule.destination(), true, six);
        protocol(parts, rule);
        state(parts, rule);
        var way = rule.way().replace("!", "");
        if (!way.isEmpty() && !way.equals("+")) {
            parts.add(match(
                    rule.way().startsWith("!") ? "!=" : "==", "{\"meta\": {\"key\": \"iifname\"}}", "\"" + way + "\""));
        }
        if (rule.unknown() >= 0) {
            parts.add(UNKNOWN.get(rule.protocol() == 6 ? rule.unknown() : rule.unknown() % 2));
        }
        parts.add("{\"counter\": {\"packets\": 0, \"bytes\": 0}}");
        if (!target.isEmpty()) {
            parts.add(target);
        }
        items.add("{\"rule\": {%s, \"chain\": \"%s\", \"handle\": 7, \"expr\": [%s]}}"
                .formatted(place, chain, String.join(", ", parts)));
    }

    private void address(List<String> parts, String field, Block block, boolean destination, boolean six) {
        if (block.isAny()) {
            return;
        }
        var value = prefix(block, destination, six);
        parts.add(match(
                block.negated() ? "!=" : "==",
                payload(six ? "ip6" : "ip", field),
                random.nextBoolean() ? value : "{\"set\": [" + value + "]}"));
    }

    private static String prefix(Block block, boolean destination, boolean six) {
        var base = block.base();
        return "{\"prefix\": {\"addr\": \"%s\", \"len\": %d}}"
                .formatted(
                        destination ? NftSight.destination(base, six) : NftSight.source(base, six),
                        (six ? 128 : 32) - block.bits());
    }

    private void protocol(List<String> parts, Rule rule) {
        if (rule.protocol() == 0) {
            return;
        }
        var name = rule.protocol() == 6 ? "tcp" : "udp";
        var ports = rule.ports();
        parts.add(
                ports.isAny()
                        ? match("==", "{\"meta\": {\"key\": \"l4proto\"}}", "\"" + name + "\"")
                        : match(ports.negated() ? "!=" : "==", payload(name, "dport"), range(ports)));
    }

    private String range(Ports ports) {
        var range = ports.first() == ports.last()
                ? "" + ports.first()
                : "{\"range\": [" + ports.first() + ", " + ports.last() + "]}";
        return random.nextBoolean() ? range : "{\"set\": [7, " + range + "]}";
    }

    private void state(List<String> parts, Rule rule) {
        switch (rule.state()) {
            case NONE -> {}
            case NEW -> parts.add(state("in", "[\"new\", \"related\"]"));
            case NOT_NEW -> parts.add(state("!=", "\"new\""));
            case OLD -> parts.add(state("==", "{\"set\": [\"established\", \"related\"]}"));
            case NOT_OLD -> parts.add(state("!=", "\"invalid\""));
        }
    }

    private static String state(String operator, String right) {
        return match(operator, "{\"ct\": {\"key\": \"state\"}}", right);
    }

    private static String payload(String protocol, String field) {
        return "{\"payload\": {\"protocol\": \"%s\", \"field\": \"%s\"}}".formatted(protocol, field);
    }

    private static String match(String operator, String left, String right) {
        return "{\"match\": {\"op\": \"%s\", \"left\": %s, \"right\": %s}}".formatted(operator, left, right);
    }
}
