package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Block;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Interface;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.Direction;
import dev.sekisho.ruleset.reading.Disjunction;
import dev.sekisho.ruleset.reading.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What passes through the crypto map of an IOS interface. Since 12.3(8)T the lists of the interface see only the
 * encrypted packets; what is inside is decided by the map's own "set ip access-group".
 */
final class CiscoIosTunnels {

    private final CiscoConfiguration device;
    private final CiscoTunnelList lists;

    CiscoIosTunnels(CiscoConfiguration device, CiscoGroups groups) {
        this.device = device;
        this.lists = new CiscoTunnelList(device, groups, false);
    }

    List<RuleSet> through(Interface one, Direction direction) {
        if (device.version().isBefore(12, 3)) {
            return List.of();
        }
        var tunnels = new ArrayList<RuleSet>();
        for (var map : maps(one)) {
            entries(map).forEach(entry -> tunnels.add(entry(entry, direction)));
        }
        if (one.has("crypto", "ipsec", "client", "ezvpn")) {
            tunnels.add(CiscoTunnelList.unknown("the other end decides what this Easy VPN carries"));
        }
        if (direction == Direction.IN && isWebVpn(one)) {
            tunnels.add(CiscoTunnelList.unknown("remote access: the policy of each user decides (webvpn)"));
        }
        return device.version().isBefore(12, 4)
                ? tunnels.stream()
                        .map(set -> CiscoTunnelList.doubtful(
                                set, "before 12.3(8)T the list of the interface decides this too"))
                        .toList()
                : tunnels;
    }

    /** A gateway that does not say where it listens may listen anywhere. */
    private boolean isWebVpn(Interface one) {
        return device.blocks("webvpn", "gateway").stream()
                .anyMatch(gateway -> gateway.word("ip", "address")
                        .map(address -> address.equals(one.word("ip", "address")))
                        .or(() -> gateway.word("ip", "interface").map(name -> name.equalsIgnoreCase(one.name())))
                        .orElse(true));
    }

    private static List<String> maps(Interface one) {
        return one.lines().stream()
                .filter(line -> line.starts("crypto", "map") || line.starts("ipv6", "crypto", "map"))
                .map(line -> line.word(line.starts("ipv6") ? 3 : 2))
                .toList();
    }

    /** The numbered entries of a map: "crypto map NAME 10 ipsec-isakmp". */
    private List<Block> entries(String map) {
        return device.blocks("crypto", "map").stream()
                .filter(block -> block.head().word(at(block)).equals(map))
                .filter(block -> block.head().word(at(block) + 1).matches("[0-9]+"))
                .toList();
    }

    private static int at(Block block) {
        return block.head().word(2).equals("ipv6") ? 3 : 2;
    }

    private RuleSet entry(Block entry, Direction direction) {
        var head = entry.head();
        var kind = at(entry) + 2;
        if (head.word(kind + 1).equals("dynamic")) {
            return dynamic(head.word(kind + 2), direction);
        }
        return head.word(kind).equals("gdoi")
                ? CiscoTunnelList.unknown("a key server decides what this tunnel carries")
                : carried(entry, direction);
    }

    private RuleSet dynamic(String name, Direction direction) {
        RuleSet all = new RuleSet(List.of(), Action.DENY, List.of());
        for (var entry : device.blocks("crypto", "dynamic-map", name)) {
            all = Disjunction.of(carried(entry, direction), all);
        }
        return all.rules().isEmpty()
                ? CiscoTunnelList.unknown("dynamic map " + Redaction.value(name) + " is not defined")
                : all;
    }

    private RuleSet carried(Block entry, Direction direction) {
        var list = entry.word("match", "address");
        var carried = list.map(name -> lists.carried(name, direction))
                .orElseGet(() -> CiscoTunnelList.unknown("the other end decides what this tunnel carries"));
        var way = direction.name().toLowerCase(Locale.ROOT);
        return entry.lines().stream()
                .filter(line ->
                        line.starts("set", "ip", "access-group") && line.word(4).equals(way))
                .findFirst()
                .map(line -> Conjunction.of(carried, lists.filter(line.word(3))))
                .orElse(carried);
    }
}
