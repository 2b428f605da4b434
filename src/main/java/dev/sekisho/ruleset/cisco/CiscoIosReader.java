package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.AccessList;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Interface;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.UnsuitableGuard;

/**
 * The running configuration of a Cisco IOS or IOS XE device, or what {@code show access-lists} prints there.
 *
 * <p>Guard: {@code acl} (an access list by name or number), or {@code interface} with {@code direction} (IN if not
 * named). A list that is applied ends in an implicit deny; an interface without a list, or with one that is not
 * defined, filters nothing. IPv6 passes an interface that speaks IPv6 and has no traffic filter. What comes out of
 * a crypto map passes besides. Named nothing, the only list there is.
 */
public final class CiscoIosReader implements RuleSetReader {

    @Override
    public ParsedConfiguration parse(String configuration) {
        return new CiscoParsed(CiscoConfiguration.of(configuration, false), CiscoIosReader::read);
    }

    private static RuleSet read(CiscoConfiguration device, GuardSelector guard) {
        var reading = new CiscoIosInterface(device, new CiscoGroups(device, false), guard.carriesIpv6());
        var name = guard.one(Key.INTERFACE);
        return device.noted(
                name.isPresent()
                        ? reading.read(one(device, name.get()), guard.direction())
                        : reading.applied(list(device, guard)));
    }

    private static AccessList list(CiscoConfiguration device, GuardSelector guard) {
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
