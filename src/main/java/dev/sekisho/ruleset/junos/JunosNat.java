package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.ruleset.reading.AddressCell;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists where destinations lead. They are translated before policies are asked, first by static rules, and sources after, so
 * that policies speak of real addresses on both sides.
 */
final class JunosNat {

    /** Where a packet comes in: of several sets of rules the one that says it most closely is asked. */
    private static final List<String> PLACES = List.of("interface", "zone", "routing-instance", "routing-group");

    private final JunosNode nat;
    private final JunosZones zones;
    private final JunosAddresses addresses;
    private final JunosApplications applications;
    private final RuleCollector rules;

    /** What a rule does: null where it stays. */
    private record Target(
            @Nullable AddressSet inner, @Nullable PortSet ports, List<String> doubts) {}

    JunosNat(
            JunosSystem system,
            JunosZones zones,
            JunosAddresses addresses,
            JunosApplications applications,
            RuleCollector rules) {
        this.nat = system.security().at("nat");
        this.zones = zones;
        this.addresses = addresses;
        this.applications = applications;
        this.rules = rules;
    }

    void write() {
        write(nat.at("static", "rule-set"));
        write(nat.at("destination", "rule-set"));
    }

    private void write(JunosNode sets) {
        var ordered = sets.children().stream()
                .sorted(Comparator.comparingInt(JunosNat::place))
                .toList();
        var nearer = PLACES.size();
        for (var set : ordered) {
            var entering = entering(set.at("from"));
            if (entering == Certainty.NEVER) {
                continue;
            }
            var doubts = new ArrayList<String>();
            if (entering == Certainty.PERHAPS) {
                doubts.add("acts on what comes in at some places only");
            }
            if (place(set) > nearer) {
                doubts.add("rules that say the place more closely may be asked instead");
            }
            nearer = Math.min(nearer, place(set));
            set.at("rule").children().forEach(rule -> write(rule, doubts));
        }
    }

    private static int place(JunosNode set) {
        var stated = PLACES.stream().filter(set.at("from")::has).findFirst();
        return stated.map(PLACES::indexOf).orElse(PLACES.size());
    }

    private Certainty entering(JunosNode from) {
        if (from.has("interface")) {
            return zones.entersBy(from.all("interface"));
        }
        return from.has("zone") ? zones.enters(from.all("zone")) : Certainty.PERHAPS;
    }

    private void write(JunosNode rule, List<String> ofSet) {
        var target = target(rule.at("then"));
        if (target == null) {
            return;
        }
        var match = rule.at("match");
        var sources = side(match, "source-address");
        var outer = side(match, "destination-address");
        var doubts = Resolved.doubts(Stream.of(ofSet, target.doubts, sources.doubts(), outer.doubts()));
        for (var taken : services(match)) {
            var all = Resolved.doubts(Stream.of(doubts, taken.doubts()));
            var translation = translation(taken.set(), outer.widest(), target, !all.isEmpty())
                    .from(sources.widest())
                    .at(rule.line(), "rule " + rule.name());
            if (!all.isEmpty()) {
                rules.note(rule.line(), "this translation may apply or not: " + String.join("; ", all));
            }
            // one that only perhaps keeps packets from later ones keeps none
            if (!translation.isIdle() || all.isEmpty()) {
                rules.translate(translation);
            }
        }
    }

    /** Where packets that it takes may also stay if it is not certain. */
    private static Translation translation(RuleMatch taken, AddressSet outer, Target target, boolean perhaps) {
        var inner = target.inner;
        var ports = target.ports;
        return Translation.of(outer, inner == null || !perhaps ? inner : inner.union(outer))
                .over(taken.protocols())
                .ports(
                        taken.destinationPorts(),
                        ports == null || !perhaps ? ports : ports.union(taken.destinationPorts()));
    }

    /** Null where it says nothing. */
    private @Nullable Target target(JunosNode then) {
        var fixed = then.at("static-nat");
        if (!fixed.isEmpty()) {
            return fixed(fixed);
        }
        var moved = then.at("destination-nat");
        if (moved.has("off")) {
            return new Target(null, null, List.of());
        }
        return moved.has("pool") ? pool(moved.one("pool")) : null;
    }

    private Target fixed(JunosNode fixed) {
        if (fixed.has("prefix-name")) {
            var cell = addresses.global(fixed.one("prefix-name"));
            var named = fixed.at("prefix-name", fixed.one("prefix-name"));
            return new Target(cell.widest(), mapped(fixed, named), cell.doubts());
        }
        var prefix = fixed.one("prefix");
        try {
            return new Target(AddressReader.cidr(prefix), mapped(fixed, fixed.at("prefix", prefix)), List.of());
        } catch (IllegalArgumentException e) {
            return new Target(AddressSet.ANY, null, List.of("where it leads cannot be read"));
        }
    }

    /** The ports may stand beside the address or behind it. */
    private static @Nullable PortSet mapped(JunosNode beside, JunosNode behind) {
        var holder = beside.has("mapped-port") ? beside : behind;
        return holder.has("mapped-port")
                ? range(holder.at("mapped-port")).findFirst().orElse(null)
                : null;
    }

    private Target pool(String name) {
        var pool = nat.at("destination", "pool", name);
        try {
            var stated = pool.at("address");
            var port = stated.children().stream()
                    .filter(address -> address.has("port"))
                    .map(address -> ports(address.one("port")))
                    .findFirst()
                    .orElse(stated.has("port") ? ports(stated.one("port")) : null);
            var inner = stated.children().stream()
                    .filter(address -> !address.name().equals("port"))
                    .map(JunosNat::span)
                    .toList();
            return inner.isEmpty()
                    ? new Target(AddressSet.ANY, port, List.of("the pool it leads to is not in the configuration"))
                    : new Target(AddressSet.union(inner), port, List.of());
        } catch (IllegalArgumentException e) {
            return new Target(AddressSet.ANY, null, List.of("the pool '" + Redaction.value(name) + "' cannot be read"));
        }
    }

    private static AddressSet span(JunosNode address) {
        return address.has("to")
                ? AddressReader.range(bare(address.name()), bare(address.one("to")))
                : AddressReader.cidr(address.name());
    }

    private static String bare(String address) {
        return address.split("/", 2)[0];
    }

    /** A literal or a name of the global book; where nothing is said, any address. */
    private AddressCell side(JunosNode match, String side) {
        var cells = new ArrayList<AddressCell>();
        for (var literal : match.all(side)) {
            try {
                cells.add(AddressCell.exactly(AddressReader.cidr(literal)));
            } catch (IllegalArgumentException e) {
                cells.add(addresses.global(literal));
            }
        }
        match.all(side + "-name").forEach(name -> cells.add(addresses.global(name)));
        return cells.isEmpty() ? AddressCell.ANY : AddressCell.union(cells);
    }

    private List<Resolved<RuleMatch>> services(JunosNode match) {
        try {
            if (!match.all("application").isEmpty()) {
                return applications.all(match.all("application")).stream()
                        .map(term -> new Resolved<>(term.match(), term.doubts()))
                        .toList();
            }
            var taken = RuleMatch.ANY;
            var protocols = match.all("protocol");
            if (!protocols.isEmpty()) {
                taken = taken.over(protocols.stream()
                        .map(JunosNames::protocol)
                        .reduce((one, other) -> one.union(other))
                        .orElseThrow());
            }
            var ports = range(match.at("destination-port")).toList();
            return List.of(Resolved.exactly(ports.isEmpty() ? taken : taken.toPorts(union(ports))));
        } catch (IllegalArgumentException e) {
            return List.of(Resolved.doubtful(RuleMatch.ANY, "what it takes cannot be read"));
        }
    }

    private static PortSet union(Collection<PortSet> ports) {
        return ports.stream().reduce(PortSet.NONE, PortSet::union);
    }

    /** {@code 80}, {@code 80 to 90}. */
    private static Stream<PortSet> range(JunosNode ports) {
        return ports.children().stream()
                .filter(port -> !port.name().equals("to"))
                .map(port -> port.has("to") ? JunosNames.ports(port.name(), port.one("to")) : ports(port.name()));
    }

    private static PortSet ports(String text) {
        return JunosNames.ports(text);
    }
}
