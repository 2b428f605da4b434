package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.CiscoConfiguration.AccessList;
import dev.sekisho.firewall.reader.CiscoConfiguration.Interface;
import dev.sekisho.firewall.reader.Guard.Key;
import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.Rule;
import dev.sekisho.risk.traffic.RuleSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The running configuration of a Cisco IOS or IOS XE device.
 *
 * <p>Guard: {@code acl} (an access list by name or number), or {@code interface} with {@code direction} (IN if not
 * named). A list that is applied ends in an implicit deny; an interface without a list, or with one that is not
 * defined, filters nothing. IPv6 passes an interface that speaks IPv6 and has no traffic filter. Named nothing, the
 * only list there is.
 */
final class CiscoIosReader implements RuleSetReader {

    @Override
    public RuleSet read(String configuration, Guard guard) {
        var device = CiscoConfiguration.of(configuration, false);
        var groups = new CiscoGroups(device, false);
        var name = guard.one(Key.INTERFACE);
        return name.isPresent()
                ? byInterface(device, groups, one(device, name.get()), guard.direction())
                : byList(device, groups, guard);
    }

    private static RuleSet byList(CiscoConfiguration device, CiscoGroups groups, Guard guard) {
        var rules = new RuleCollector();
        var list = list(device, guard);
        var entries = new CiscoAccessList(list, groups, false);
        entries.write(rules);
        if (entries.isEmpty()) {
            rules.permit(Match.ANY, List.of("a list without entries filters nothing"), 0, "no entries");
        }
        if (guard.carriesIpv6() && !list.kind().equals("ipv6")) {
            rules.permit(Match.ANY6, List.of("the list does not filter IPv6"), 0, "no IPv6 list");
        }
        return rules.finish(Action.DENY);
    }

    private static AccessList list(CiscoConfiguration device, Guard guard) {
        var name = guard.one(Key.ACL);
        if (name.isEmpty() && device.lists.size() != 1) {
            throw UnsuitableGuard.missing(Key.ACL, device.lists.keySet());
        }
        var list = name.isEmpty() ? device.lists.values().iterator().next() : device.lists.get(name.get());
        if (list == null) {
            throw UnsuitableGuard.unknown(Key.ACL, name.orElse(""), device.lists.keySet());
        }
        return list;
    }

    private static RuleSet byInterface(
            CiscoConfiguration device, CiscoGroups groups, Interface one, Direction direction) {
        var rules = new RuleCollector();
        family(device, groups, rules, bound(one, direction, "ip", "access-group"), Match.ANY4);
        if (one.has("ipv6", "address") || one.has("ipv6", "enable")) {
            family(device, groups, rules, bound(one, direction, "ipv6", "traffic-filter"), Match.ANY6);
        }
        var byLists = rules.finish(Action.DENY);
        return one.has("zone-member") ? byLists.with(doubtful(byLists.rules())) : byLists;
    }

    /** Between zones a policy must let pass too what the lists permit. */
    private static List<Rule> doubtful(List<Rule> rules) {
        return rules.stream()
                .map(rule -> rule.effect() == Action.PERMIT && !rule.isOpaque()
                        ? rule.opaque("the zone-based policy of the interface, which is not modelled, decides too")
                        : rule)
                .toList();
    }

    private static void family(
            CiscoConfiguration device, CiscoGroups groups, RuleCollector rules, Optional<String> name, Match family) {
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

    private static Interface one(CiscoConfiguration device, String name) {
        return device.interfaces.stream()
                .filter(one -> one.name().equalsIgnoreCase(name.replace(" ", "")))
                .findFirst()
                .orElseThrow(() -> UnsuitableGuard.unknown(
                        Key.INTERFACE,
                        name,
                        device.interfaces.stream().map(Interface::name).toList()));
    }
}
