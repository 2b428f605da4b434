package dev.sekisho.ruleset.azure;

import static dev.sekisho.ruleset.azure.AzureDocument.property;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.ruleset.reading.Cloud;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Direction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One security rule. */
final class AzureRule {

    /** As templates, answers and listings state them; in lower case. */
    private static final Set<String> KNOWN = Set.of(
            "access",
            "apiversion",
            "comments",
            "dependson",
            "description",
            "direction",
            "etag",
            "id",
            "kind",
            "name",
            "priority",
            "properties",
            "protocol",
            "provisioningstate",
            "resourcegroup",
            "resourceguid",
            "tags",
            "type",
            "sourceaddressprefix",
            "sourceaddressprefixes",
            "sourceapplicationsecuritygroups",
            "sourceportrange",
            "sourceportranges",
            "destinationaddressprefix",
            "destinationaddressprefixes",
            "destinationapplicationsecuritygroups",
            "destinationportrange",
            "destinationportranges",
            "sourceapplicationsecuritygroupstext",
            "destinationapplicationsecuritygroupstext",
            "sourceaddressprefixtext",
            "destinationaddressprefixtext");

    /** The default rules, which nobody can change, begin here; nobody's own can. */
    private static final int DEFAULTS = 65_000;

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    private final ConfigurationJson rule;
    private final AzureTags tags;
    private final List<String> doubts = new ArrayList<>();
    private final RuleMatch service;
    private final AzurePeers sources;
    private final AzurePeers destinations;

    /** @throws UnreadableConfiguration if anything of it cannot be read */
    static AzureRule of(ConfigurationJson rule, AzureTags tags) {
        var read = new AzureRule(rule, tags);
        read.action();
        priority(rule);
        return read;
    }

    private AzureRule(ConfigurationJson rule, AzureTags tags) {
        this.rule = rule;
        this.tags = tags;
        this.doubts.addAll(Cloud.unknown(rule.fields(), KNOWN));
        property(rule, "properties")
                .filter(ConfigurationJson::isObject)
                .ifPresent(inner -> doubts.addAll(Cloud.unknown(inner.fields(), KNOWN)));
        this.service = RuleMatch.ANY
                .over(Cloud.protocol(required(rule, "protocol")))
                .fromPorts(ports("source"))
                .toPorts(ports("destination"));
        var inbound = is(rule, Direction.IN);
        this.sources = peers("source", inbound);
        this.destinations = peers("destination", !inbound);
    }

    static boolean is(ConfigurationJson rule, Direction direction) {
        var json = required(rule, "direction");
        return switch (json.text().toLowerCase(Locale.ROOT)) {
            case "inbound" -> direction == Direction.IN;
            case "outbound" -> direction == Direction.OUT;
            default -> throw json.refusal("Inbound or Outbound is expected");
        };
    }

    /** One whose direction cannot be read may be of either. */
    static boolean mayBe(ConfigurationJson rule, Direction direction) {
        try {
            return is(rule, direction);
        } catch (UnreadableConfiguration unreadable) {
            return true;
        }
    }

    /** One without a priority that can be read may stand before all others. */
    static int order(ConfigurationJson rule) {
        try {
            return priority(rule);
        } catch (UnreadableConfiguration unreadable) {
            return -1;
        }
    }

    static boolean denies(ConfigurationJson rule) {
        return rule.isObject()
                && property(rule, "access")
                        .filter(access -> access.isText() && access.text().equalsIgnoreCase("deny"))
                        .isPresent();
    }

    private static int priority(ConfigurationJson rule) {
        return required(rule, "priority").number();
    }

    /** @param denies those before this rule; a deny puts itself behind them */
    void write(String group, List<AzureRule> denies, RuleCollector rules) {
        var origin = group + " rule " + AzureDocument.name(rule) + " (" + priority(rule) + ")";
        var certain = service.from(sources.known()).to(destinations.known());
        var widest = service.from(sources.widest()).to(destinations.widest());
        var why = Resolved.doubts(Stream.of(doubts, sources.doubts(), destinations.doubts()));
        if (doubts.isEmpty() && priority(rule) >= DEFAULTS) {
            rules.imply(action(), certain, rule.line(), origin);
        } else if (doubts.isEmpty()) {
            rules.add(action(), certain, List.of(), rule.line(), origin);
        }
        if (why.isEmpty()) {
            denies.addAll(action() == Action.DENY ? List.of(this) : List.of());
        } else if (action() == Action.DENY) {
            denies.add(this);
            rules.add(Action.DENY, widest, why, rule.line(), origin);
        } else {
            left(widest, denies).forEach(part -> rules.permit(part, why, rule.line(), origin));
        }
    }

    /** A deny that speaks of the same unknown addresses takes them out whatever they are. */
    private List<RuleMatch> left(RuleMatch widest, List<AzureRule> denies) {
        var left = List.of(widest);
        for (var deny : denies) {
            if (deny.doubts.isEmpty()) {
                var denied = deny.service.from(deny.sources.among(sources)).to(deny.destinations.among(destinations));
                left = left.stream()
                        .flatMap(part -> part.minus(denied).stream())
                        .toList();
            }
        }
        return left;
    }

    private AzurePeers peers(String side, boolean far) {
        var peers = new AzurePeers();
        values(side + "AddressPrefix").forEach(json -> peers.add(json.text(), tags.resolve(json, far)));
        list(side + "ApplicationSecurityGroups")
                .forEach(group -> peers.add(
                        AzureDocument.property(group, "id")
                                .map(ConfigurationJson::text)
                                .orElseGet(group::pointer),
                        Resolved.doubtful(
                                AddressSet.ANY, "the members of an application security group are not known")));
        return peers.orAnybody();
    }

    private Action action() {
        var json = required(rule, "access");
        return switch (json.text().toLowerCase(Locale.ROOT)) {
            case "allow" -> Action.PERMIT;
            case "deny" -> Action.DENY;
            default -> throw json.refusal("Allow or Deny is expected");
        };
    }

    private PortSet ports(String side) {
        var values = values(side + "PortRange").toList();
        var ports = PortSet.NONE;
        for (var value : values) {
            ports = ports.union(port(value));
        }
        return values.isEmpty() ? PortSet.ANY : ports;
    }

    private PortSet port(ConfigurationJson json) {
        var text = json.word();
        if (text.equals("*")) {
            return PortSet.ANY;
        }
        if (text.startsWith("[")) {
            doubts.add("ports are given by a template expression");
            return PortSet.ANY;
        }
        var range = RANGE.matcher(text);
        json.require(range.matches(), "a port or a range of ports is expected");
        var from = Integer.parseInt(range.group(1));
        return Cloud.range(json, from, range.group(2) == null ? from : Integer.parseInt(range.group(2)));
    }

    /** Both the single value and the list beside it. */
    private Stream<ConfigurationJson> values(String name) {
        var plural = name.endsWith("Prefix") ? name + "es" : name + "s";
        var single = property(rule, name).map(json -> json.isArray() ? json.items() : List.of(json));
        return Stream.concat(single.orElse(List.of()).stream(), list(plural).stream())
                .filter(json -> !json.word().isEmpty());
    }

    private List<ConfigurationJson> list(String name) {
        return property(rule, name).map(ConfigurationJson::items).orElse(List.of());
    }

    private static ConfigurationJson required(ConfigurationJson rule, String name) {
        Optional<ConfigurationJson> found = property(rule, name);
        return found.orElseThrow(() -> rule.refusal("the property '" + name + "' is missing"));
    }
}
