package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.CiscoConfiguration.Interface;
import dev.sekisho.firewall.reader.Guard.Key;
import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.RuleSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an ASA lets through that enters or leaves by one interface. */
final class CiscoAsaInterface {

    private final CiscoConfiguration device;
    private final CiscoGroups groups;
    private final RuleCollector rules;

    CiscoAsaInterface(CiscoConfiguration device, CiscoGroups groups, RuleCollector rules) {
        this.device = device;
        this.groups = groups;
        this.rules = rules;
    }

    RuleSet read(String name, Guard guard) {
        var one = named(Key.INTERFACE, name);
        if (guard.direction() == Direction.OUT) {
            return outbound(one);
        }
        var out = guard.one(Key.OUT_INTERFACE).map(other -> named(Key.OUT_INTERFACE, other));
        var inbound = inbound(one, out);
        var leaving = out.map(other -> new CiscoAsaInterface(device, groups, new RuleCollector()).outbound(other));
        return leaving.map(second -> Conjunction.of(inbound, second)).orElse(inbound);
    }

    private RuleSet outbound(Interface one) {
        var name = one.word("nameif");
        var list = bound("out", name);
        if (list.isEmpty()) {
            rules.note("no access list filters what leaves by " + Redaction.value(name));
            return rules.finish(Action.PERMIT);
        }
        write(list.get());
        return rules.finish(Action.DENY);
    }

    private RuleSet inbound(Interface one, Optional<Interface> out) {
        var name = one.word("nameif");
        var own = bound("in", name);
        var global = global();
        own.ifPresent(this::write);
        global.ifPresent(this::write);
        if (own.isEmpty() && global.isEmpty()) {
            byLevel(one, out);
        }
        return rules.finish(Action.DENY);
    }

    /** Without a list, packets go from higher to lower security, and between equals only where that is allowed. */
    private void byLevel(Interface one, Optional<Interface> out) {
        var level = CiscoAsaReader.level(one);
        var reason = "no access list; security level " + level + " of " + Redaction.value(one.word("nameif"));
        if (out.isPresent()) {
            if (passes(one, out.get())) {
                rules.permit(
                        Match.ANY,
                        List.of(),
                        0,
                        reason + " may go to " + Redaction.value(out.get().word("nameif")));
            }
            return;
        }
        var lower = device.interfaces.stream()
                .filter(other -> !other.equals(one) && other.has("nameif"))
                .filter(other -> passes(one, other))
                .map(other -> Redaction.value(other.word("nameif")))
                .toList();
        if (!lower.isEmpty()) {
            rules.permit(Match.ANY, List.of(reason + " decides: permits to " + String.join(", ", lower)), 0, reason);
        }
    }

    private boolean passes(Interface from, Interface to) {
        if (from.equals(to)) {
            return device.sameSecurityIntra;
        }
        var level = CiscoAsaReader.level(from);
        var other = CiscoAsaReader.level(to);
        return other < level || other == level && device.sameSecurityInter;
    }

    private void write(String list) {
        var found = device.lists.get(list);
        if (found == null) {
            rules.permit(
                    Match.ANY,
                    List.of("access list " + Redaction.value(list) + " is not defined"),
                    0,
                    "undefined list");
        } else {
            new CiscoAccessList(found, groups, true).write(rules);
        }
    }

    private Optional<String> bound(String direction, String name) {
        return device.accessGroups.stream()
                .filter(line -> line.word(2).equals(direction)
                        && line.word(3).equals("interface")
                        && line.word(4).equals(name)
                        && !line.word(5).equals("control-plane"))
                .map(line -> line.word(1))
                .findFirst();
    }

    private Optional<String> global() {
        return device.accessGroups.stream()
                .filter(line -> line.word(2).equals("global"))
                .map(line -> line.word(1))
                .findFirst();
    }

    private Interface named(Key key, String name) {
        return device.interfaces.stream()
                .filter(one ->
                        Objects.equals(one.word("nameif"), name) || one.name().equals(name) && one.has("nameif"))
                .findFirst()
                .orElseThrow(() -> UnsuitableGuard.unknown(
                        key,
                        name,
                        device.interfaces.stream()
                                .map(one -> one.word("nameif"))
                                .filter(n -> !n.isEmpty())
                                .toList()));
    }
}
