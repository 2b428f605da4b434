package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.AccessList;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.List;
import java.util.Optional;

/**
 * The running configuration of a Cisco ASA or PIX, or what {@code show access-list} prints there.
 *
 * <p>Guard: {@code acl} (an access list by name), or {@code interface} (its {@code nameif}) with {@code direction} (IN
 * if not named) and perhaps {@code outInterface}, whose outbound list then filters too. An interface list is followed
 * by the global one and by the implicit deny; without any list the security levels decide. What comes out of tunnels
 * passes besides. Named nothing, the only list there is.
 */
public final class CiscoAsaReader implements RuleSetReader {

    @Override
    public ParsedConfiguration parse(String configuration) {
        return new CiscoParsed(CiscoConfiguration.of(configuration, true), CiscoAsaReader::read);
    }

    private static RuleSet read(CiscoConfiguration device, GuardSelector guard) {
        var reading = new CiscoAsaInterface(device, new CiscoGroups(device, true), guard.carriesIpv6());
        var name = guard.one(Key.INTERFACE);
        return device.noted(name.isPresent() ? reading.read(name.get(), guard) : byList(device, reading, guard));
    }

    /** A list that is named alone is read as it is applied, if it filters what enters by an interface. */
    private static RuleSet byList(CiscoConfiguration device, CiscoAsaInterface reading, GuardSelector guard) {
        var list = list(device, guard);
        var rules = new RuleCollector();
        reading.write(list.name(), rules);
        var six = list.kind().equals("ipv6");
        if (six) {
            rules.permit(RuleMatch.ANY4, List.of("the list does not filter IPv4"), 0, "no IPv4 list");
        } else if (guard.carriesIpv6() && !device.mixesFamilies()) {
            rules.permit(RuleMatch.ANY6, List.of("the list does not filter IPv6"), 0, "no IPv6 list");
        }
        return reading.applied(list.name(), rules.finish(Action.DENY));
    }

    private static AccessList list(CiscoConfiguration device, GuardSelector guard) {
        var name = guard.one(Key.ACL);
        if (name.isPresent()) {
            var list = Optional.ofNullable(device.lists.get(name.get()));
            return list.orElseThrow(() -> UnsuitableGuard.unknown(Key.ACL, name.get(), device.lists.keySet()));
        }
        if (device.lists.size() != 1) {
            throw UnsuitableGuard.missing(Key.ACL, device.lists.keySet());
        }
        return device.lists.values().iterator().next();
    }
}
