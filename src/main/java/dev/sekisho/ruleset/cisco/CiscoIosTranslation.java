package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.cisco.CiscoConfiguration.Interface;
import dev.sekisho.ruleset.cisco.CiscoTranslations.Mapping;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.ServiceNames;
import dev.sekisho.ruleset.reading.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What "ip nat" of IOS does to destinations. A list that filters what comes in is asked before it, so it speaks of the
 * addresses outside.
 */
final class CiscoIosTranslation {

    private static final String DYNAMIC = "only while it is translated";

    private final CiscoConfiguration device;
    private final CiscoGroups groups;
    private final List<Mapping> mappings = new ArrayList<>();

    CiscoIosTranslation(CiscoConfiguration device, CiscoGroups groups) {
        this.device = device;
        this.groups = groups;
    }

    /** What happens to the destinations of what enters by this interface. */
    CiscoTranslations entering(Interface one) {
        var outside = one.has("ip", "nat", "outside");
        if (outside) {
            all("inside");
        }
        if (one.has("ip", "nat", "inside")) {
            all("outside");
        }
        if (outside || one.has("ip", "nat", "enable")) {
            all("");
        }
        return sorted();
    }

    /** What happens to what comes in somewhere from outside. */
    CiscoTranslations entering() {
        all("inside");
        all("");
        return sorted();
    }

    /** Whether what leaves by this interface has other sources by then. */
    boolean changesSourcesLeaving(Interface one) {
        return one.has("ip", "nat", "outside") && !lines("inside", "source").isEmpty()
                || one.has("ip", "nat", "inside") && !lines("outside", "source").isEmpty()
                || one.has("ip", "nat", "enable") && !lines("source").isEmpty();
    }

    private void all(String side) {
        var source = side.isEmpty() ? lines("source") : lines(side, "source");
        source.forEach(line -> source(line, side.isEmpty() ? 3 : 4));
        if (side.equals("inside")) {
            lines(side, "destination").forEach(this::destination);
        }
    }

    private List<Text.Line> lines(String... behind) {
        return device.blocks("ip", "nat").stream()
                .map(CiscoConfiguration.Block::head)
                .filter(line -> behind.length == 1
                        ? line.word(2).equals(behind[0])
                        : line.word(2).equals(behind[0]) && line.word(3).equals(behind[1]))
                .toList();
    }

    /** The device looks for protocol and port first, then for hosts, then for networks. */
    private CiscoTranslations sorted() {
        return new CiscoTranslations(mappings.stream()
                .sorted(Comparator.comparing(Mapping::isWhole)
                        .thenComparing(one -> one.translation().outer().size4()))
                .toList());
    }

    private void source(Text.Line line, int at) {
        switch (line.word(at)) {
            case "static" -> fixed(line, at + 1);
            case "list", "route-map" -> dynamic(line, at);
            default -> {}
        }
    }

    private void fixed(Text.Line line, int at) {
        try {
            switch (line.word(at)) {
                case "network" -> network(line, at + 1);
                case "tcp", "udp" -> port(line, at);
                case "esp", "gre", "ah" -> host(line, at + 1, ProtocolSet.parse(line.word(at)));
                default -> host(line, at, ProtocolSet.ANY);
            }
        } catch (IllegalArgumentException e) {
            unknown(line);
        }
    }

    private void host(Text.Line line, int at, ProtocolSet protocols) {
        add(outer(line, at + 1), AddressReader.cidr(line.word(at)), protocols, PortSet.ANY, null, line);
    }

    private void port(Text.Line line, int at) {
        var protocols = ProtocolSet.parse(line.word(at));
        var outerPort = line.word(at + 3).equals("interface") ? at + 5 : at + 4;
        add(
                outer(line, at + 3),
                AddressReader.cidr(line.word(at + 1)),
                protocols,
                port(protocols, line, outerPort),
                port(protocols, line, at + 2),
                line);
    }

    private static PortSet port(ProtocolSet protocols, Text.Line line, int at) {
        return PortSet.of(ServiceNames.port(protocols, line.word(at))
                .orElseThrow(() -> new IllegalArgumentException("not a port")));
    }

    private void network(Text.Line line, int at) {
        var mask = line.word(at + 2);
        add(
                Resolved.exactly(masked(line.word(at + 1), mask)),
                masked(line.word(at), mask),
                ProtocolSet.ANY,
                PortSet.ANY,
                null,
                line);
    }

    private static AddressSet masked(String address, String mask) {
        return mask.startsWith("/") ? AddressReader.cidr(address + mask) : AddressReader.masked(address, mask);
    }

    private Resolved<AddressSet> outer(Text.Line line, int at) {
        return line.word(at).equals("interface")
                ? device.addressOf(line.word(at + 1))
                : Resolved.exactly(AddressReader.cidr(line.word(at)));
    }

    /** A pool gives each host an address of its own, which lets others reach it as long as it holds. */
    private void dynamic(Text.Line line, int at) {
        if (!line.word(at + 2).equals("pool") || isOverloaded(line)) {
            return;
        }
        var inner = line.word(at).equals("list") ? listed(line.word(at + 1)) : AddressSet.ANY4;
        pool(line.word(at + 3))
                .ifPresent(outer -> mappings.add(
                        Mapping.of(Translation.of(outer, inner).at(line.number(), line.raw()), List.of(DYNAMIC))));
    }

    private static boolean isOverloaded(Text.Line line) {
        return line.words().stream().anyMatch(word -> word.text().equals("overload"));
    }

    /** "ip nat inside destination list VIRTUAL pool REAL": what comes to one address is shared among several. */
    private void destination(Text.Line line) {
        if (line.word(4).equals("list") && line.word(6).equals("pool")) {
            var inner = pool(line.word(7)).orElse(AddressSet.ANY4);
            mappings.add(Mapping.of(
                    Translation.of(listed(line.word(5)), inner)
                            .over(ProtocolSet.TCP)
                            .at(line.number(), line.raw()),
                    List.of("one of several hosts takes it")));
        }
    }

    private Optional<AddressSet> pool(String name) {
        for (var block : device.blocks("ip", "nat", "pool", name)) {
            var head = block.head();
            if (AddressReader.isFour(head.word(4)) && AddressReader.isFour(head.word(5))) {
                return Optional.of(AddressReader.range(head.word(4), head.word(5)));
            }
            return Optional.of(AddressSet.ANY4);
        }
        return Optional.empty();
    }

    /** The sources that a list permits, in its widest reading. */
    private AddressSet listed(String name) {
        var list = device.lists.get(name);
        if (list == null) {
            return AddressSet.ANY4;
        }
        var rules = new RuleCollector();
        new CiscoAccessList(list, groups, false).write(rules);
        return AddressSet.union(rules.rules().stream()
                .filter(rule -> rule.effect() == Action.PERMIT)
                .map(rule -> rule.sources().only4())
                .toList());
    }

    private void add(
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
        mappings.add(Mapping.of(translation, outer.doubts()));
    }

    private void unknown(Text.Line line) {
        mappings.add(Mapping.of(
                Translation.of(AddressSet.ANY4, AddressSet.ANY).at(line.number(), line.raw()),
                List.of("this translation is not modelled")));
    }
}
