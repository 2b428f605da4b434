package dev.sekisho.firewall.reader;

import static dev.sekisho.firewall.reader.AzureDocument.property;

import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.AddressSet;
import dev.sekisho.risk.traffic.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One security rule. */
final class AzureRule {

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    private final Json rule;
    private final AzureTags tags;
    private final List<String> doubts = new ArrayList<>();

    AzureRule(Json rule, AzureTags tags) {
        this.rule = rule;
        this.tags = tags;
    }

    static boolean is(Json rule, Direction direction) {
        var json = required(rule, "direction");
        return switch (json.text().toLowerCase(Locale.ROOT)) {
            case "inbound" -> direction == Direction.IN;
            case "outbound" -> direction == Direction.OUT;
            default -> throw json.refusal("Inbound or Outbound is expected");
        };
    }

    static int priority(Json rule) {
        return required(rule, "priority").number();
    }

    void write(String group, RuleCollector rules) {
        var origin = group + " rule " + AzureDocument.name(rule) + " (" + priority(rule) + ")";
        var match = match();
        rules.add(action(), match, doubts, rule.line(), origin);
        var far = required(rule, "direction").text().equalsIgnoreCase("Inbound") ? "source" : "destination";
        if (action() == Action.PERMIT && names(far, "VirtualNetwork")) {
            var beyond = tags.beyond();
            rules.permit(
                    far.equals("source")
                            ? anybody(match).from(beyond.set())
                            : anywhere(match).to(beyond.set()),
                    beyond.doubts(),
                    rule.line(),
                    origin);
        }
    }

    private Match match() {
        return Match.ANY
                .over(Cloud.protocol(required(rule, "protocol")))
                .from(addresses("source"))
                .to(addresses("destination"))
                .fromPorts(ports("source"))
                .toPorts(ports("destination"));
    }

    private boolean names(String side, String tag) {
        return values(side + "AddressPrefix").anyMatch(json -> json.text().equalsIgnoreCase(tag));
    }

    private static Match anybody(Match match) {
        return new Match(
                AddressSet.ANY,
                match.destinations(),
                match.protocols(),
                match.sourcePorts(),
                match.destinationPorts(),
                match.icmpTypes());
    }

    private static Match anywhere(Match match) {
        return new Match(
                match.sources(),
                AddressSet.ANY,
                match.protocols(),
                match.sourcePorts(),
                match.destinationPorts(),
                match.icmpTypes());
    }

    private Action action() {
        var json = required(rule, "access");
        return switch (json.text().toLowerCase(Locale.ROOT)) {
            case "allow" -> Action.PERMIT;
            case "deny" -> Action.DENY;
            default -> throw json.refusal("Allow or Deny is expected");
        };
    }

    private AddressSet addresses(String side) {
        var parts = new ArrayList<Resolved<AddressSet>>();
        values(side + "AddressPrefix").forEach(json -> parts.add(tags.resolve(json)));
        if (!list(side + "ApplicationSecurityGroups").isEmpty()) {
            parts.add(Resolved.doubtful(AddressSet.ANY, "the members of an application security group are not known"));
        }
        if (parts.isEmpty()) {
            return AddressSet.ANY;
        }
        var union = Resolved.union(parts);
        doubts.addAll(union.doubts());
        return union.set();
    }

    private PortSet ports(String side) {
        var values = values(side + "PortRange").toList();
        var ports = PortSet.NONE;
        for (var value : values) {
            ports = ports.union(port(value));
        }
        return values.isEmpty() ? PortSet.ANY : ports;
    }

    private PortSet port(Json json) {
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
    private Stream<Json> values(String name) {
        var plural = name.endsWith("Prefix") ? name + "es" : name + "s";
        var single = property(rule, name).filter(json -> !json.word().isEmpty());
        return Stream.concat(single.stream(), list(plural).stream());
    }

    private List<Json> list(String name) {
        return property(rule, name).map(Json::items).orElse(List.of());
    }

    private static Json required(Json rule, String name) {
        Optional<Json> found = property(rule, name);
        return found.orElseThrow(() -> rule.refusal("the property '" + name + "' is missing"));
    }
}
