package dev.sekisho.ruleset.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes answers of the management API of Check Point, so that a test says only what it is about. Things are separated by
 * semicolons: "rule a: source h +action drop" is an access rule of the layer before it that accepts all but for what is said
 * of it, "nat a: ..." one for translation, "layer L: cleanup accept" begins another layer; all else are objects.
 */
final class CheckPointText {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> LISTS =
            List.of("source", "destination", "service", "vpn", "time", "content", "install-on", "members");

    private final Map<String, List<ObjectNode>> layers = new LinkedHashMap<>();
    private final Map<String, String> cleanups = new LinkedHashMap<>();
    private final List<ObjectNode> translations = new ArrayList<>();
    private final ArrayNode objects = JSON.arrayNode();
    private final List<ObjectNode> others = new ArrayList<>();
    private String layer = "Network";

    private CheckPointText(String text) {
        object("Any", "CpmiAnyObject");
        object("Accept", "RulebaseAction");
        object("Drop", "RulebaseAction");
        object("Reject", "RulebaseAction");
        object("Inner Layer", "Global");
        object("Policy Targets", "Global");
        object("Original", "Global");
        layers.put(layer, new ArrayList<>());
        for (var part : text.split(";", -1)) {
            if (!part.isBlank()) {
                add(part.strip());
            }
        }
    }

    static String of(String text) {
        return new CheckPointText(text).written();
    }

    static RuleSet read(String text) {
        return read(text, GuardSelector.unnamed());
    }

    static RuleSet read(String text, GuardSelector guard) {
        return Format.CHECKPOINT.read(of(text), guard);
    }

    private static String uid(String name) {
        return "id-" + name;
    }

    private ObjectNode object(String name, String type) {
        var object = JSON.objectNode();
        object.put("uid", uid(name)).put("name", name).put("type", type);
        objects.add(object);
        return object;
    }

    private void add(String part) {
        var words = part.split("\\s+", 3);
        var name = words.length > 1 ? words[1].replace(":", "") : "";
        var rest = words.length > 2 ? words[2] : "";
        switch (words[0]) {
            case "layer" -> {
                layer = name;
                layers.put(layer, new ArrayList<>());
                if (rest.startsWith("cleanup ")) {
                    cleanups.put(layer, rest.substring(8));
                }
            }
            case "rule" -> rule(name, rest);
            case "nat" -> nat(name, rest);
            case "host" -> object(name, "host").put(rest.contains(":") ? "ipv6-address" : "ipv4-address", rest);
            case "net" -> net(object(name, "network"), rest);
            case "range" -> range(object(name, "address-range"), rest);
            case "group" -> members(object(name, "group"), rest);
            case "services" -> members(object(name, "service-group"), rest);
            case "but" ->
                object(name, "group-with-exclusion")
                        .put("include", uid(rest.split(",")[0]))
                        .put("except", uid(rest.split(",")[1]));
            case "tcp", "udp" -> object(name, "service-" + words[0]).put("port", rest);
            case "package" -> ofPackage(name, rest);
            case "global" -> global(name, rest);
            default -> settings(object(name, words[0]), rest);
        }
    }

    private static void net(ObjectNode net, String cidr) {
        var family = cidr.contains(":") ? "6" : "4";
        net.put("subnet" + family, cidr.split("/")[0])
                .put("mask-length" + family, Integer.parseInt(cidr.split("/")[1]));
    }

    private static void range(ObjectNode range, String ends) {
        var family = ends.contains(":") ? "ipv6" : "ipv4";
        range.put(family + "-address-first", ends.split("-")[0]).put(family + "-address-last", ends.split("-")[1]);
    }

    private static void members(ObjectNode group, String names) {
        var members = group.putArray("members");
        Stream.of(names.split(",")).filter(name -> !name.isBlank()).forEach(name -> members.add(uid(name.strip())));
    }

    private void ofPackage(String name, String names) {
        var all = JSON.objectNode().put("uid", uid(name)).put("name", name).put("type", "package");
        var shown = all.putArray("access-layers");
        Stream.of(names.split(","))
                .forEach(one -> shown.addObject().put("uid", uid(one)).put("name", one));
        others.add(all);
    }

    private void global(String name, String position) {
        var all = JSON.objectNode();
        var firewall = all.putObject("firewall");
        firewall.put(name, !position.equals("off")).put("accept-control-connections", true);
        firewall.put(name + "-position", position);
        others.add(all);
    }

    /** "icmp-type=8 nat-settings={...}": the rest of the text behind an equals sign if it begins with a brace. */
    private static void settings(ObjectNode object, String text) {
        for (var setting : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            var equals = setting.indexOf('=');
            set(object, setting.substring(0, equals), setting.substring(equals + 1));
        }
    }

    private static void set(ObjectNode object, String key, String value) {
        if (value.equals("true") || value.equals("false")) {
            object.put(key, value.equals("true"));
        } else if (key.startsWith("nat.")) {
            object.withObject("/nat-settings").put(key.substring(4), value).put("auto-rule", true);
        } else if (key.equals("members")) {
            members(object, value);
        } else if (key.equals("interfaces")) {
            var all = object.putArray("interfaces");
            Stream.of(value.split(","))
                    .forEach(one -> all.addObject().put("name", "eth").put("ipv4-address", one));
        } else if (key.matches("icmp-(type|code)")) {
            object.put(key, Integer.parseInt(value));
        } else {
            object.put(key, value);
        }
    }

    private void rule(String name, String text) {
        var rules = layers.get(layer);
        var rule = JSON.objectNode();
        rule.put("uid", uid(layer + "." + name)).put("name", name).put("type", "access-rule");
        rule.put("rule-number", rules.size() + 1).put("enabled", true).put("action", uid("Accept"));
        for (var cell : List.of("source", "destination", "service", "vpn", "time", "content")) {
            rule.putArray(cell).add(uid("Any"));
        }
        rule.putArray("install-on").add(uid("Policy Targets"));
        state(rule, text);
        rules.add(rule);
    }

    private void nat(String name, String text) {
        var rule = JSON.objectNode();
        rule.put("uid", uid("nat." + name))
                .put("name", name)
                .put("type", "nat-rule")
                .put("method", "static");
        rule.put("rule-number", translations.size() + 1).put("enabled", true).put("auto-generated", false);
        for (var what : List.of("source", "destination", "service")) {
            rule.put("original-" + what, uid("Any")).put("translated-" + what, uid("Original"));
        }
        rule.putArray("install-on").add(uid("Policy Targets"));
        state(rule, text);
        translations.add(rule);
    }

    private static void state(ObjectNode rule, String text) {
        for (var stated : text.isBlank() ? new String[0] : text.split("\\+")) {
            var words = stated.strip().split("\\s+", 2);
            var key = words[0];
            var value = words.length > 1 ? words[1].strip() : "";
            if (LISTS.contains(key)) {
                members(rule, "");
                var cell = rule.putArray(key);
                Stream.of(value.split(",")).filter(one -> !one.isBlank()).forEach(one -> cell.add(uid(one.strip())));
            } else if (key.equals("off")) {
                rule.put("enabled", false);
            } else if (key.endsWith("-negate") || key.equals("auto-generated")) {
                rule.put(key, true);
            } else if (key.equals("without")) {
                rule.remove(value);
            } else if (key.equals("inline")) {
                rule.put("action", uid("Inner Layer")).put("inline-layer", uid(value));
            } else if (key.equals("action")) {
                rule.put("action", uid(Character.toUpperCase(value.charAt(0)) + value.substring(1)));
            } else if (key.startsWith("original-") || key.startsWith("translated-")) {
                rule.put(key, uid(value));
            } else {
                rule.put(key, value);
            }
            rule.remove("members");
        }
    }

    private String written() {
        var all = new ArrayList<ObjectNode>();
        layers.forEach((name, rules) -> all.add(rulebase(uid(name), name, rules)));
        all.get(0).set("objects-dictionary", objects);
        if (!translations.isEmpty()) {
            all.add(rulebase("id-nat", "", translations));
        }
        all.addAll(others);
        return String.join("\n", all.stream().map(ObjectNode::toPrettyString).toList());
    }

    private ObjectNode rulebase(String uid, String name, List<ObjectNode> rules) {
        var shown = JSON.objectNode().put("uid", uid);
        if (!name.isEmpty()) {
            shown.put("name", name);
        }
        if (cleanups.containsKey(name)) {
            shown.put("implicit-cleanup-action", cleanups.get(name));
        }
        if (!rules.isEmpty()) {
            shown.put("from", 1).put("to", rules.size());
        }
        shown.put("total", rules.size()).putArray("rulebase").addAll(rules);
        return shown;
    }
}
