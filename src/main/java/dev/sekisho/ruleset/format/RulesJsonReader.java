package dev.sekisho.ruleset.format;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.Sections.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The service's own neutral form: {@code {"defaultAction": "DENY", "rules": [{"action": "PERMIT", "sources": [...],
 * "destinations": [...], "protocol": "TCP", "sourcePorts": [...], "destinationPorts": [...], "icmpTypes": [...]}]}},
 * ICMP is protocol 1, ICMPv6 is 58,
 * ordered, first match wins. A missing field means any; anything unknown, mistyped or ambiguous is refused with its JSON
 * pointer. Rules as the service shows them can be sent back: with protocols as a list, why they are opaque, and their
 * line and origin, which do not count, and whether they are implied. Guard: names nothing, the whole document guards the link.
 */
final class RulesJsonReader implements RuleSetReader {

    private static final Section WHOLE = new Section("all rules", 1);

    private static final Set<String> DOCUMENT = Set.of("defaultAction", "rules");

    /** The last five are what the service adds where it shows rules, so that they can be sent back as they are shown. */
    private static final Set<String> RULE = Set.of(
            "action",
            "sources",
            "destinations",
            "protocol",
            "sourcePorts",
            "destinationPorts",
            "icmpTypes",
            "protocols",
            "opaque",
            "line",
            "origin",
            "implied");

    @Override
    public ParsedConfiguration parse(String configuration) {
        var sections = new Sections();
        sections.declare(WHOLE);
        return new Parsed(rules(configuration), sections);
    }

    private record Parsed(RuleSet rules, Sections sections) implements ParsedConfiguration {

        @Override
        public RuleSet read(GuardSelector guard) {
            sections.ask(WHOLE);
            return rules;
        }
    }

    private static RuleSet rules(String configuration) {
        var document = ConfigurationJson.parse(configuration);
        document.require(document.isObject(), "an object with 'defaultAction' and 'rules' is expected");
        document.onlyFields(DOCUMENT);
        var rules = new ArrayList<Rule>();
        for (var rule : document.required("rules").items()) {
            rules.add(rule(rule));
        }
        return new RuleSet(rules, action(document.required("defaultAction")), List.of());
    }

    private static Rule rule(ConfigurationJson json) {
        json.require(json.isObject(), "a rule is an object");
        json.onlyFields(RULE);
        var rule = Rule.of(action(json.required("action")))
                .from(set(json, "sources", AddressSet::parse).orElse(AddressSet.ANY))
                .to(set(json, "destinations", AddressSet::parse).orElse(AddressSet.ANY))
                .over(protocols(json))
                .sourcePorts(set(json, "sourcePorts", PortSet::parse).orElse(PortSet.ANY))
                .ports(set(json, "destinationPorts", PortSet::parse).orElse(PortSet.ANY))
                .types(set(json, "icmpTypes", IcmpTypeSet::parse).orElse(IcmpTypeSet.ANY))
                .at(json.line(), json.pointer());
        refuseNeverMatching(json, rule);
        var marked = json.field("implied").filter(ConfigurationJson::flag).isPresent() ? rule.implied() : rule;
        return json.text("opaque")
                .map(why -> marked.opaque(Redaction.line(why)))
                .orElse(marked);
    }

    private static Action action(ConfigurationJson json) {
        return switch (json.text()) {
            case "PERMIT" -> Action.PERMIT;
            case "DENY" -> Action.DENY;
            default -> throw json.refusal("PERMIT or DENY is expected");
        };
    }

    private static ProtocolSet protocols(ConfigurationJson rule) {
        var several = set(rule, "protocols", ProtocolSet::parse);
        rule.require(
                several.isEmpty() || rule.field("protocol").isEmpty(), "protocol and protocols exclude each other");
        return several.orElseGet(() -> protocol(rule));
    }

    private static ProtocolSet protocol(ConfigurationJson rule) {
        var json = rule.field("protocol");
        if (json.isEmpty()) {
            refuseNull(rule, "protocol");
            return ProtocolSet.ANY;
        }
        var word = json.get().word();
        if (Set.of("TCP", "UDP", "ICMP", "ANY").contains(word)) {
            return ProtocolSet.parse(word);
        }
        return checked(json.get(), word, text -> ProtocolSet.parse(text.matches("[0-9]{1,3}") ? text : "-"));
    }

    private static <S> Optional<S> set(ConfigurationJson rule, String name, Function<List<String>, S> reader) {
        var json = rule.field(name);
        if (json.isEmpty()) {
            refuseNull(rule, name);
            return Optional.empty();
        }
        var items = json.get().items();
        json.get().require(!items.isEmpty(), "an empty list matches nothing; leave the field out for any");
        var words = items.stream().map(item -> word(item, name)).toList();
        // one by one first: the pointer then names the item, not the list
        for (int i = 0; i < words.size(); i++) {
            checked(items.get(i), words.get(i), word -> reader.apply(List.of(word)));
        }
        return Optional.of(reader.apply(words));
    }

    private static String word(ConfigurationJson item, String name) {
        return name.equals("sources") || name.equals("destinations") ? item.text() : item.word();
    }

    private static <S> S checked(ConfigurationJson json, String word, Function<String, S> reader) {
        try {
            return reader.apply(word);
        } catch (IllegalArgumentException e) {
            throw json.refusal(reason(word, e));
        }
    }

    private static String reason(String word, IllegalArgumentException e) {
        var safe = Redaction.value(word).equals(word);
        return safe && e.getMessage() != null && !word.isEmpty() ? e.getMessage() : "a value is not of its form";
    }

    private static void refuseNull(ConfigurationJson rule, String name) {
        var json = rule.fields().get(name);
        if (json != null) {
            throw json.refusal("null is no value; leave the field out for any");
        }
    }

    private static void refuseNeverMatching(ConfigurationJson json, Rule rule) {
        var ports = !rule.sourcePorts().isAny() || !rule.destinationPorts().isAny();
        json.require(!ports || rule.protocols().intersects(RuleMatch.PORTED), "the protocol has no ports");
        json.require(
                rule.icmpTypes().isAny() || rule.protocols().intersects(RuleMatch.ICMPS),
                "the protocol has no ICMP types");
    }
}
