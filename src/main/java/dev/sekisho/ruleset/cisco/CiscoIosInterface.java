package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.AccessList;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Interface;
import dev.sekisho.ruleset.reading.Direction;
import dev.sekisho.ruleset.reading.Disjunction;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an IOS device lets through that enters or leaves by one interface. */
final class CiscoIosInterface {

    private final CiscoConfiguration device;
    private final CiscoGroups groups;
    private final boolean carriesIpv6;

    CiscoIosInterface(CiscoConfiguration device, CiscoGroups groups, boolean carriesIpv6) {
        this.device = device;
        this.groups = groups;
        this.carriesIpv6 = carriesIpv6;
    }

    RuleSet read(Interface one, Direction direction) {
        return withTunnels(own(one, direction, filter(one, direction)), one, direction);
    }

    private RuleSet filter(Interface one, Direction direction) {
        var rules = new RuleCollector();
        if (direction == Direction.IN) {
            users(one, rules);
        }
        family(rules, bound(one, direction, "ip", "access-group"), RuleMatch.ANY4);
        six(one, direction, rules);
        return zoned(one, rules.finish(Action.DENY));
    }

    private RuleSet own(Interface one, Direction direction, RuleSet rules) {
        return direction == Direction.IN ? entering(one, rules) : leaving(one, rules);
    }

    /** Who signs in may bring rules of his own, which come before those of the list. */
    private static void users(Interface one, RuleCollector rules) {
        if (one.has("ip", "auth-proxy") || one.has("ip", "admission")) {
            rules.permit(RuleMatch.ANY4, List.of("users who sign in may bring rules of their own"), 0, "sign-in");
        }
    }

    /** A tunnel over this interface may be the link: its packets pass inside others, and only its own lists see them. */
    private RuleSet withTunnels(RuleSet rules, Interface one, Direction direction) {
        var all = rules;
        for (var tunnel : new CiscoTunnelInterfaces(device).over(one)) {
            var why = "interface " + Redaction.value(tunnel.name())
                    + " is a tunnel over this one and filters by its own lists";
            var passed = own(tunnel, direction, filter(tunnel, direction));
            all = Disjunction.of(CiscoTunnelList.doubtful(passed, why), all);
        }
        return all;
    }

    /** A list that is named alone is read as interfaces apply it. */
    RuleSet applied(AccessList list) {
        var rules = alone(list);
        return Stream.of(Direction.values())
                .flatMap(way -> users(list, way).map(one -> withTunnels(own(one, way, rules), one, way)))
                .reduce(Disjunction::of)
                .orElseGet(() -> list.kind().equals("ipv6") ? rules : unapplied(rules));
    }

    private Stream<Interface> users(AccessList list, Direction direction) {
        return device.interfaces.stream()
                .filter(one -> Optional.of(list.name()).equals(bound(one, direction, "ip", "access-group"))
                        || Optional.of(list.name()).equals(bound(one, direction, "ipv6", "traffic-filter")));
    }

    private RuleSet unapplied(RuleSet rules) {
        var translations = new CiscoIosTranslation(device, groups).entering();
        return translations.listed(translations.followed(rules));
    }

    private RuleSet alone(AccessList list) {
        var rules = new RuleCollector();
        var entries = new CiscoAccessList(list, groups, false);
        entries.write(rules);
        if (entries.isEmpty()) {
            rules.permit(RuleMatch.ANY, List.of("a list without entries filters nothing"), 0, "no entries");
        }
        if (list.kind().equals("ipv6")) {
            rules.permit(RuleMatch.ANY4, List.of("the list does not filter IPv4"), 0, "no IPv4 list");
        } else if (carriesIpv6) {
            rules.permit(RuleMatch.ANY6, List.of("the list does not filter IPv6"), 0, "no IPv6 list");
        }
        return rules.finish(Action.DENY);
    }

    private void six(Interface one, Direction direction, RuleCollector rules) {
        var list = bound(one, direction, "ipv6", "traffic-filter");
        if (list.isPresent() || one.speaksIpv6()) {
            family(rules, list, RuleMatch.ANY6);
        } else if (carriesIpv6 && !device.excludesIpv6(one)) {
            rules.permit(RuleMatch.ANY6, List.of("nothing is said of IPv6"), 0, "no IPv6 list");
        }
    }

    /** A list is asked before translation. */
    private RuleSet entering(Interface one, RuleSet rules) {
        var translations = new CiscoIosTranslation(device, groups).entering(one);
        var all = translations.followed(rules);
        for (var tunnel : new CiscoIosTunnels(device, groups).through(one, Direction.IN)) {
            all = Disjunction.of(translations.followed(tunnel), all);
        }
        return translations.listed(all);
    }

    /** A list is asked after translation. */
    private RuleSet leaving(Interface one, RuleSet rules) {
        var changed = new CiscoIosTranslation(device, groups).changesSourcesLeaving(one);
        var all = changed ? CiscoTunnelList.ofOtherSources(rules) : rules;
        for (var tunnel : new CiscoIosTunnels(device, groups).through(one, Direction.OUT)) {
            all = Disjunction.of(tunnel, all);
        }
        return all;
    }

    /** Between zones a policy must let pass too what the lists permit. */
    private static RuleSet zoned(Interface one, RuleSet rules) {
        return one.has("zone-member")
                ? CiscoTunnelList.doubtful(
                        rules, "the zone-based policy of the interface, which is not modelled, decides too")
                : rules;
    }

    private void family(RuleCollector rules, Optional<String> name, RuleMatch family) {
        var list = name.map(device.lists::get);
        var entries =
                list.map(found -> new CiscoAccessList(found, groups, false)).filter(found -> !found.isEmpty());
        if (entries.isPresent()) {
            entries.get().write(rules);
            rules.add(Action.DENY, family, List.of(), 0, "implicit deny of " + name.orElse(""));
            return;
        }
        var why = name.map(missing ->
                        "access list " + Redaction.value(missing) + " is applied but not defined or without entries")
                .orElse("no access list filters this direction of the interface");
        rules.note(why);
        rules.permit(family, List.of(), 0, why);
    }

    private static Optional<String> bound(Interface one, Direction direction, String... command) {
        var way = direction.name().toLowerCase(Locale.ROOT);
        return one.lines().stream()
                .filter(line -> line.starts(command) && line.word(3).equals(way))
                .map(line -> line.word(2))
                .findFirst();
    }
}
