package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Block;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Interface;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.Direction;
import dev.sekisho.ruleset.reading.Disjunction;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What passes an ASA through tunnels. Unless "no sysopt connection permit-vpn" is set, no list of an interface sees it,
 * neither where it comes in nor where it leaves; what decides is the list of the crypto map and the group's vpn-filter.
 */
final class CiscoAsaTunnels {

    /** The lines of one entry of a crypto map, without its name and number. */
    private record Entry(List<Text.Line> lines) {

        String word(int start, String... text) {
            return lines.stream()
                    .filter(line -> says(line, start, text))
                    .map(line -> line.word(start + text.length))
                    .findFirst()
                    .orElse("");
        }

        List<String> peers() {
            return lines.stream()
                    .filter(line -> says(line, 4, "set", "peer"))
                    .flatMap(line -> line.words().stream().skip(6))
                    .map(Text.Word::text)
                    .toList();
        }

        private static boolean says(Text.Line line, int start, String... text) {
            for (int i = 0; i < text.length; i++) {
                if (!line.word(start + i).equals(text[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final RuleSet NOTHING = new RuleSet(List.of(), Action.DENY, List.of());

    private final CiscoConfiguration device;
    private final CiscoTunnelList lists;
    private final CiscoVpnFilters filters;

    CiscoAsaTunnels(CiscoConfiguration device, CiscoGroups groups) {
        this.device = device;
        this.lists = new CiscoTunnelList(device, groups, true);
        this.filters = new CiscoVpnFilters(device);
    }

    /** Whether tunnels pass the lists of interfaces; up to PIX 6.3 only where it is said. */
    boolean bypass() {
        if (device.version().isBefore(7, 0)) {
            return Stream.of("permit-ipsec", "permit-pptp", "permit-l2tp")
                    .anyMatch(
                            what -> !device.blocks("sysopt", "connection", what).isEmpty());
        }
        return device.blocks("no", "sysopt", "connection", "permit-vpn").isEmpty()
                && device.blocks("no", "sysopt", "connection", "permit-ipsec").isEmpty();
    }

    /**
     * What comes out of the tunnels that end at this interface.
     *
     * @param spoken what it carries if it is itself a tunnel
     */
    List<RuleSet> arriving(Interface one, RuleMatch spoken) {
        var tunnels = new ArrayList<RuleSet>();
        entries(one).forEach(entry -> tunnels.add(entry(entry, Direction.IN)));
        if (isWebVpn(one)) {
            tunnels.add(CiscoTunnelList.unknown("remote access: the policy of each user decides (webvpn)"));
        }
        if (isDialIn(one)) {
            tunnels.add(CiscoTunnelList.unknown("remote access: whoever dials in passes the lists (vpdn)"));
        }
        if (one.has("tunnel", "mode", "ipsec") || one.has("tunnel", "protection", "ipsec")) {
            tunnels.add(interfaceTunnel(one, spoken));
        }
        return tunnels;
    }

    /** What this interface sends into its tunnels. */
    List<RuleSet> leaving(Interface one) {
        return entries(one).stream()
                .map(entry -> CiscoTunnelList.doubtful(
                        entry(entry, Direction.OUT),
                        "whether the list of the interface sees it before it is encrypted"))
                .toList();
    }

    /** What comes out of a tunnel that is an interface; whether a vpn-filter holds there is not known. */
    private RuleSet interfaceTunnel(Interface one, RuleMatch carried) {
        var peer = one.word("tunnel", "destination");
        var rules = new RuleCollector();
        rules.permit(
                carried,
                filters.of(peer).isPresent() ? List.of("a vpn-filter may restrict it") : List.of(),
                0,
                "tunnel of interface " + Redaction.value(one.word("nameif")));
        return rules.finish(Action.DENY);
    }

    /** A PIX up to 6.3 lets PPTP and L2TP pass the lists where it is said. */
    private boolean isDialIn(Interface one) {
        return !device.blocks("vpdn", "enable", one.word("nameif")).isEmpty();
    }

    private boolean isWebVpn(Interface one) {
        var name = one.word("nameif");
        return device.blocks("webvpn").stream()
                .flatMap(block -> block.lines().stream())
                .anyMatch(line -> line.starts("enable") && line.word(1).equals(name));
    }

    private List<Entry> entries(Interface one) {
        var name = one.word("nameif");
        return device.blocks("crypto", "map").stream()
                .map(Block::head)
                .filter(line -> line.word(3).equals("interface") && line.word(4).equals(name))
                .flatMap(line -> entries("map", line.word(2)).stream())
                .toList();
    }

    private List<Entry> entries(String kind, String map) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (var block : device.blocks("crypto", kind, map)) {
            var line = block.head();
            if (line.word(3).matches("[0-9]+")) {
                entries.computeIfAbsent(line.word(3), none -> new Entry(new ArrayList<>()))
                        .lines()
                        .add(line);
            }
        }
        return List.copyOf(entries.values());
    }

    private RuleSet entry(Entry entry, Direction direction) {
        var dynamic = entry.word(4, "ipsec-isakmp", "dynamic");
        if (!dynamic.isEmpty()) {
            var all = NOTHING;
            for (var part : entries("dynamic-map", dynamic)) {
                all = Disjunction.of(carried(part, direction), all);
            }
            return all == NOTHING
                    ? CiscoTunnelList.unknown("dynamic map " + Redaction.value(dynamic) + " is not defined")
                    : all;
        }
        return carried(entry, direction);
    }

    private RuleSet carried(Entry entry, Direction direction) {
        var list = entry.word(4, "match", "address");
        if (list.isEmpty()) {
            return CiscoTunnelList.unknown("remote access: the other end decides what the tunnel carries");
        }
        var carried = lists.carried(list, direction);
        var peers = entry.peers();
        return direction == Direction.OUT ? carried : filtered(carried, peers);
    }

    /** A vpn-filter names the remote side first, which is how packets come out of the tunnel. */
    private RuleSet filtered(RuleSet carried, List<String> peers) {
        if (filters.areNone()) {
            return carried;
        }
        if (peers.isEmpty() || filters.choosesByCertificate()) {
            return CiscoTunnelList.doubtful(carried, "which vpn-filter applies is not known");
        }
        var all = NOTHING;
        for (var peer : peers) {
            var filter = filters.of(peer);
            var passed = filter.map(name -> Conjunction.of(carried, lists.filter(name)))
                    .orElse(carried);
            all = Disjunction.of(passed, all);
        }
        return all;
    }
}
