package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Interface;
import dev.sekisho.ruleset.reading.Direction;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists of an ASA's interfaces, for each address family that they filter, and the security levels without them. */
final class CiscoAsaLists {

    private final CiscoConfiguration device;
    private final CiscoGroups groups;
    private final boolean carriesIpv6;

    CiscoAsaLists(CiscoConfiguration device, CiscoGroups groups, boolean carriesIpv6) {
        this.device = device;
        this.groups = groups;
        this.carriesIpv6 = carriesIpv6;
    }

    RuleSet inbound(Interface one, Optional<Interface> out) {
        var rules = new RuleCollector();
        established(rules);
        users(one, rules);
        families(one, rules, family -> inbound(one, out, family, rules));
        conduits(rules);
        return rules.finish(Action.DENY);
    }

    RuleSet outbound(Interface one) {
        var rules = new RuleCollector();
        families(one, rules, family -> outbound(one, family, rules));
        return rules.finish(Action.DENY);
    }

    private interface Reading {
        void of(RuleMatch family);
    }

    /** Lists that hold both families are read once. */
    private void families(Interface one, RuleCollector rules, Reading reading) {
        if (device.mixesFamilies()) {
            reading.of(RuleMatch.ANY);
            return;
        }
        reading.of(RuleMatch.ANY4);
        var filtered = Stream.of(Direction.values())
                .flatMap(way -> lists(way, one.word("nameif"), RuleMatch.ANY6))
                .findAny()
                .isPresent();
        if (filtered || one.speaksIpv6()) {
            reading.of(RuleMatch.ANY6);
        } else if (carriesIpv6 && !device.excludesIpv6(one)) {
            rules.permit(RuleMatch.ANY6, List.of("nothing is said of IPv6"), 0, "no IPv6 list");
        }
    }

    private void outbound(Interface one, RuleMatch family, RuleCollector rules) {
        var name = one.word("nameif");
        var list = lists(Direction.OUT, name, family).findFirst();
        if (list.isPresent()) {
            write(list.get(), rules);
            rules.add(Action.DENY, family, List.of(), 0, "implicit deny of " + list.get());
            return;
        }
        var why = "no access list filters what leaves by " + Redaction.value(name);
        rules.note(why);
        rules.permit(family, List.of(), 0, why);
    }

    private void inbound(Interface one, Optional<Interface> out, RuleMatch family, RuleCollector rules) {
        var own = lists(Direction.IN, one.word("nameif"), family).findFirst();
        var global = global(family).findFirst();
        own.ifPresent(list -> write(list, rules));
        global.ifPresent(list -> write(list, rules));
        if (own.isEmpty() && global.isEmpty()) {
            byLevel(one, out, family, rules);
        }
    }

    /** "established" lets in what belongs to a connection that goes out. */
    private void established(RuleCollector rules) {
        device.blocks("established").stream()
                .map(CiscoConfiguration.Block::head)
                .forEach(line -> rules.permit(
                        RuleMatch.ANY, List.of("opens where a connection stands already"), line.number(), line.raw()));
    }

    /** Who signs in may bring a list of his own, which is asked instead. */
    private void users(Interface one, RuleCollector rules) {
        var signIn = device.blocks("aaa", "authentication").stream()
                .map(block -> block.head().word(2))
                .anyMatch(word -> word.equals("match") || word.equals("include"));
        device.accessGroups.stream()
                .filter(line -> signIn && line.word(4).equals(one.word("nameif")))
                .filter(line -> line.word(5).equals("per-user-override"))
                .forEach(line -> rules.permit(
                        RuleMatch.ANY, List.of("users may bring lists of their own"), line.number(), line.raw()));
    }

    /** What a PIX up to 6.3 lets in where no list filters. */
    private void conduits(RuleCollector rules) {
        device.blocks("conduit").stream()
                .map(CiscoConfiguration.Block::head)
                .filter(line -> line.word(1).equals("permit"))
                .forEach(line ->
                        rules.permit(RuleMatch.ANY4, List.of("conduits are not modelled"), line.number(), line.raw()));
    }

    /** Without a list, packets go from higher to lower security, and between equals only where that is allowed. */
    private void byLevel(Interface one, Optional<Interface> out, RuleMatch family, RuleCollector rules) {
        var level = level(one);
        var reason = "no access list; security level " + level + " of " + Redaction.value(one.word("nameif"));
        if (out.isPresent()) {
            if (passes(one, out.get())) {
                var way = " may go to " + Redaction.value(out.get().word("nameif"));
                rules.permit(family, List.of(), 0, reason + way);
            }
            return;
        }
        var lower = device.interfaces.stream()
                .filter(other -> !other.equals(one) && other.has("nameif"))
                .filter(other -> passes(one, other))
                .map(other -> Redaction.value(other.word("nameif")))
                .toList();
        if (!lower.isEmpty()) {
            rules.permit(family, List.of(reason + " decides: permits to " + String.join(", ", lower)), 0, reason);
        }
    }

    private boolean passes(Interface from, Interface to) {
        if (from.equals(to)) {
            return device.sameSecurityIntra;
        }
        return level(to) < level(from) || level(to) == level(from) && device.sameSecurityInter;
    }

    /** Security levels are 100 for the interface called inside and 0 for any other unless they are stated. */
    private static int level(Interface one) {
        var stated = one.word("security-level");
        if (stated.matches("[0-9]{1,3}")) {
            return Integer.parseInt(stated);
        }
        return one.word("nameif").equals("inside") ? 100 : 0;
    }

    void write(String list, RuleCollector rules) {
        var found = device.lists.get(list);
        if (found == null) {
            var doubt = "access list " + Redaction.value(list) + " is not defined";
            rules.permit(RuleMatch.ANY, List.of(doubt), 0, "undefined list");
        } else {
            new CiscoAccessList(found, groups, true).write(rules);
        }
    }

    /** The families that an interface speaks, as far as it says. */
    RuleMatch spoken(Interface one) {
        return one.speaksIpv6() || !device.excludesIpv6(one) && carriesIpv6 ? RuleMatch.ANY : RuleMatch.ANY4;
    }

    /** The names of the lists that "access-group" applies here. */
    Stream<String> bound(Direction way, String interfaceName) {
        return device.accessGroups.stream()
                .filter(line -> line.word(2).equals(way.name().toLowerCase(Locale.ROOT))
                        && line.word(3).equals("interface")
                        && line.word(4).equals(interfaceName)
                        && !line.word(5).equals("control-plane"))
                .map(line -> line.word(1));
    }

    private Stream<String> lists(Direction way, String interfaceName, RuleMatch family) {
        return bound(way, interfaceName).filter(list -> filters(list, family));
    }

    private Stream<String> global(RuleMatch family) {
        return device.accessGroups.stream()
                .filter(line -> line.word(2).equals("global"))
                .map(line -> line.word(1))
                .filter(list -> filters(list, family));
    }

    private boolean filters(String name, RuleMatch family) {
        var list = device.lists.get(name);
        var six = list != null && list.kind().equals("ipv6");
        return family.equals(RuleMatch.ANY) || six == family.equals(RuleMatch.ANY6);
    }
}
