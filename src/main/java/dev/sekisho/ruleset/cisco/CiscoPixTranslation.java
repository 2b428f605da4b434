package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.cisco.CiscoTranslations.Mapping;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.ServiceNames;
import dev.sekisho.ruleset.reading.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Translation as a PIX and an ASA up to 8.2 have it: "static", and "nat" with "global". Lists of interfaces are asked
 * before it, so they speak of the addresses outside.
 */
final class CiscoPixTranslation {

    private static final Set<String> ZERO = Set.of("0", "0.0.0.0");

    private final CiscoConfiguration device;
    private final CiscoGroups groups;

    CiscoPixTranslation(CiscoConfiguration device, CiscoGroups groups) {
        this.device = device;
        this.groups = groups;
    }

    /** Whether the configuration translates in the old way. */
    static boolean isOf(CiscoConfiguration device) {
        return device.version().isKnown()
                ? device.version().isBefore(8, 3)
                : !device.blocks("static").isEmpty() || !device.blocks("global").isEmpty();
    }

    /** @param outside the interface that packets come in by; "" for any */
    CiscoTranslations entering(String outside) {
        var mappings = new ArrayList<Mapping>();
        for (var block : device.blocks("static")) {
            if (isMapped(block.head().word(1), outside)) {
                mappings.add(fixed(block.head()));
            }
        }
        for (var block : device.blocks("global")) {
            if (outside.isEmpty() || block.head().word(1).equals("(" + outside + ")")) {
                mappings.addAll(pool(block.head()));
            }
        }
        return new CiscoTranslations(mappings);
    }

    /** Real addresses that can be reached as they are although they are translated: "nat (inside) 0 ...". */
    AddressSet exempt() {
        return AddressSet.union(device.blocks("nat").stream()
                .filter(block -> block.head().word(2).equals("0"))
                .map(block -> real(block.head()))
                .toList());
    }

    private static boolean isMapped(String pair, String outside) {
        return outside.isEmpty() || pair.endsWith("," + outside + ")");
    }

    private Mapping fixed(Text.Line line) {
        try {
            var ported = Set.of("tcp", "udp").contains(line.word(2));
            return ported ? port(line) : host(line);
        } catch (IllegalArgumentException e) {
            return Mapping.of(
                    Translation.of(AddressSet.ANY4, AddressSet.ANY4).at(line.number(), line.raw()),
                    List.of("this translation is not modelled"));
        }
    }

    /** "static (inside,outside) OUTER INNER netmask MASK", or the inner side by an access list. */
    private Mapping host(Text.Line line) {
        if (line.word(3).equals("access-list")) {
            return byList(line, 4, outer(line, 2, ""), ProtocolSet.ANY, PortSet.ANY);
        }
        var mask = line.word(4).equals("netmask") ? line.word(5) : "255.255.255.255";
        return mapping(outer(line, 2, mask), masked(line.word(3), mask), ProtocolSet.ANY, PortSet.ANY, null, line);
    }

    /** "static (inside,outside) tcp OUTER PORT INNER PORT netmask MASK". */
    private Mapping port(Text.Line line) {
        var protocols = ProtocolSet.parse(line.word(2));
        var outerPorts = port(protocols, line.word(4));
        if (line.word(5).equals("access-list")) {
            return byList(line, 6, outer(line, 3, ""), protocols, outerPorts);
        }
        var mask = line.word(7).equals("netmask") ? line.word(8) : "255.255.255.255";
        return mapping(
                outer(line, 3, mask),
                masked(line.word(5), mask),
                protocols,
                outerPorts,
                port(protocols, line.word(6)),
                line);
    }

    private static PortSet port(ProtocolSet protocols, String text) {
        return PortSet.of(
                ServiceNames.port(protocols, text).orElseThrow(() -> new IllegalArgumentException("not a port")));
    }

    private Resolved<AddressSet> outer(Text.Line line, int at, String mask) {
        if (line.word(at).equals("interface")) {
            var pair = line.word(1);
            return device.addressOf(pair.substring(pair.indexOf(',') + 1).replace(")", ""));
        }
        return Resolved.exactly(masked(line.word(at), mask.isEmpty() ? "255.255.255.255" : mask));
    }

    private AddressSet masked(String address, String mask) {
        return AddressReader.masked(device.address(address), mask);
    }

    private static Mapping mapping(
            Resolved<AddressSet> outer,
            AddressSet inner,
            ProtocolSet protocols,
            PortSet outerPorts,
            @Nullable PortSet innerPorts,
            Text.Line line) {
        var translation = Translation.of(outer.set(), inner)
                .over(protocols)
                .ports(outerPorts, innerPorts)
                .at(line.number(), line.raw());
        return Mapping.of(translation, outer.doubts());
    }

    /** The list says which real addresses, and with whom they speak, are translated so. */
    private Mapping byList(
            Text.Line line, int at, Resolved<AddressSet> outer, ProtocolSet protocols, PortSet outerPorts) {
        var permits = permits(line.word(at));
        var inner = AddressSet.union(permits.stream().map(RuleMatch::sources).toList());
        var sources =
                AddressSet.union(permits.stream().map(RuleMatch::destinations).toList());
        var block = inner.texts().size() == 1 && outer.set().size4().intValue() == 1
                ? new Resolved<>(sameSize(outer.set(), inner), outer.doubts())
                : outer;
        var translation = Translation.of(block.set(), inner)
                .from(sources)
                .over(protocols)
                .ports(outerPorts, outerPorts.isAny() ? null : PortSet.ANY)
                .at(line.number(), line.raw());
        var simple = permits.size() == 1 && permits.get(0).sourcePorts().isAny() && outerPorts.isAny();
        var doubts = new ArrayList<>(outer.doubts());
        if (!simple) {
            doubts.add("an access list decides what is translated");
        }
        return Mapping.of(translation, doubts);
    }

    /** One address stands for the first of as many as there are inside. */
    private static AddressSet sameSize(AddressSet first, AddressSet inner) {
        var cidrs = inner.cidrs();
        var slash = cidrs.size() == 1 ? cidrs.get(0).indexOf('/') : -1;
        return slash < 0
                ? first
                : AddressReader.cidr(first.first() + cidrs.get(0).substring(slash));
    }

    /** "global (outside) 1 FIRST-LAST": each address is lent to a host that "nat (inside) 1" names. */
    private List<Mapping> pool(Text.Line line) {
        var ends = line.word(3).split("-", -1);
        if (ends.length != 2 || !AddressReader.isFour(ends[0]) || !AddressReader.isFour(ends[1])) {
            return List.of();
        }
        var inner = AddressSet.union(device.blocks("nat").stream()
                .filter(block -> block.head().word(2).equals(line.word(2)))
                .map(block -> real(block.head()))
                .toList());
        var translation =
                Translation.of(AddressReader.range(ends[0], ends[1]), inner).at(line.number(), line.raw());
        return List.of(Mapping.of(translation, List.of("only while it is translated")));
    }

    /** The real addresses of a "nat" line. */
    private AddressSet real(Text.Line line) {
        if (line.word(3).equals("access-list")) {
            return AddressSet.union(
                    permits(line.word(4)).stream().map(RuleMatch::sources).toList());
        }
        try {
            return ZERO.contains(line.word(3)) ? AddressSet.ANY4 : masked(line.word(3), line.word(4));
        } catch (IllegalArgumentException e) {
            return AddressSet.ANY4;
        }
    }

    private List<RuleMatch> permits(String list) {
        var found = device.lists.get(list);
        if (found == null) {
            return List.of(RuleMatch.ANY4);
        }
        var rules = new RuleCollector();
        new CiscoAccessList(found, groups, true).write(rules);
        return rules.rules().stream()
                .filter(rule -> rule.effect() == Action.PERMIT)
                .map(Conjunction::match)
                .toList();
    }
}
