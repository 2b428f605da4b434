package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.CiscoConfiguration.AccessList;
import dev.sekisho.firewall.reader.CiscoConfiguration.Interface;
import dev.sekisho.firewall.reader.Guard.Key;
import dev.sekisho.risk.traffic.Action;
import dev.sekisho.risk.traffic.RuleSet;
import java.util.List;
import java.util.Optional;

/**
 * The running configuration of a Cisco ASA.
 *
 * <p>Guard: {@code acl} (an access list by name), or {@code interface} (its {@code nameif}) with {@code direction} (IN
 * if not named) and perhaps {@code outInterface}, whose outbound list then filters too. An interface list is followed
 * by the global one and by the implicit deny; without any list the security levels decide. Named nothing, the only
 * list there is.
 */
final class CiscoAsaReader implements RuleSetReader {

    @Override
    public RuleSet read(String configuration, Guard guard) {
        var device = CiscoConfiguration.of(configuration, true);
        var groups = new CiscoGroups(device, true);
        var rules = new RuleCollector();
        if (device.translates) {
            rules.note("addresses are translated; the rules speak of real addresses");
        }
        if (device.vpn && !device.vpnFiltered) {
            rules.note(
                    "traffic out of VPN tunnels passes the interface lists unfiltered (sysopt connection permit-vpn)");
        }
        var name = guard.one(Key.INTERFACE);
        if (name.isEmpty()) {
            list(device, guard).forEach(list -> new CiscoAccessList(list, groups, true).write(rules));
            return rules.finish(Action.DENY);
        }
        return new CiscoAsaInterface(device, groups, rules).read(name.get(), guard);
    }

    private static List<AccessList> list(CiscoConfiguration device, Guard guard) {
        var name = guard.one(Key.ACL);
        if (name.isPresent()) {
            var list = Optional.ofNullable(device.lists.get(name.get()));
            return List.of(list.orElseThrow(() -> UnsuitableGuard.unknown(Key.ACL, name.get(), device.lists.keySet())));
        }
        if (device.lists.size() != 1) {
            throw UnsuitableGuard.missing(Key.ACL, device.lists.keySet());
        }
        return List.copyOf(device.lists.values());
    }

    /** Security levels are 100 for the interface called inside and 0 for any other unless they are stated. */
    static int level(Interface one) {
        var stated = one.word("security-level");
        if (stated.matches("[0-9]{1,3}")) {
            return Integer.parseInt(stated);
        }
        return one.word("nameif").equals("inside") ? 100 : 0;
    }
}
