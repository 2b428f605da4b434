package dev.sekisho.ruleset.fortios;

import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which interfaces stand for others (zones, switches, bundles) and which are tunnels that run over others. */
final class FortiTopology {

    /**
     * An interface that stands for others.
     *
     * @param open what reaches one another whatever the policies say: the members, and a zone by its own name
     */
    record Bundle(String name, int line, Set<String> members, Set<String> open) {}

    /** What a tunnel runs over when nobody knows: it may be anything. */
    private static final String ANYTHING = "";

    private static final List<String> TUNNELS = List.of(
            "vpn ipsec phase1-interface",
            "system gre-tunnel",
            "system ipip-tunnel",
            "system sit-tunnel",
            "system ipv6-tunnel",
            "system geneve",
            "system pppoe-interface",
            "system vxlan");

    /** An emac-vlan has an address of its own on the very wire of another interface. */
    private static final Set<String> OVER_ANOTHER = Set.of("tunnel", "emac-vlan");

    private final FortiConfiguration configuration;
    private final String domain;
    private final Map<String, Bundle> bundles = new LinkedHashMap<>();
    private final Map<String, Set<String>> carriers = new LinkedHashMap<>();

    FortiTopology(FortiConfiguration configuration, String domain) {
        this.configuration = configuration;
        this.domain = domain;
        readBundles();
        readTunnels();
    }

    Collection<Bundle> bundles() {
        return bundles.values();
    }

    /** All interfaces the configuration tells of, apart from those that only policies name. */
    Set<String> names() {
        var names = new TreeSet<>(carriers.keySet());
        bundles.values().forEach(bundle -> {
            names.add(bundle.name());
            names.addAll(bundle.members());
        });
        return names;
    }

    /** The interface and all it stands for. */
    Set<String> within(String name) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (found.add(next)) {
                open.addAll(members(next));
            }
        }
        return found;
    }

    private Set<String> members(String name) {
        var bundle = bundles.get(name);
        return bundle == null ? Set.of() : bundle.members();
    }

    /** Whether the interface is, or holds, a tunnel that runs over the other one or may do so. */
    boolean mayRunOver(String name, String other) {
        var below = within(other);
        var seen = new LinkedHashSet<>(within(name));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (var carrier : carriersOf(open.remove())) {
                if (carrier.equals(ANYTHING) || below.contains(carrier)) {
                    return true;
                }
                within(carrier).stream().filter(seen::add).forEach(open::add);
            }
        }
        return false;
    }

    private Set<String> carriersOf(String name) {
        var stated = carriers.get(name);
        return stated != null ? stated : isMadeByDevice(name) ? Set.of(ANYTHING) : Set.of();
    }

    /** "ssl.root", "l2t.root": where the device's own remote access ends. */
    private static boolean isMadeByDevice(String name) {
        return name.startsWith("ssl.") || name.startsWith("l2t.") || name.startsWith("naf.");
    }

    private void readBundles() {
        entries("system zone").forEach(this::zone);
        Stream.of("system sdwan/members", "system virtual-wan-link/members")
                .flatMap(this::entries)
                .forEach(one -> bundle(one.one("zone", "virtual-wan-link"), one, one.all("interface"), Set.of()));
        device("system switch-interface").forEach(this::softwareSwitch);
        Stream.concat(device("system interface"), entries("system ipsec-aggregate"))
                .filter(one -> !one.all("member").isEmpty())
                .forEach(one -> bundle(one.name(), one, one.all("member"), Set.of()));
        device("system virtual-switch/port").forEach(this::port);
    }

    private void zone(Entry zone) {
        var open = new LinkedHashSet<String>();
        if (zone.one("intrazone", "deny").equals("allow")) {
            open.add(zone.name());
            open.addAll(zone.all("interface"));
        }
        bundle(zone.name(), zone, zone.all("interface"), open);
    }

    private void softwareSwitch(Entry one) {
        var open = one.one("intra-switch-policy", "implicit").equals("implicit");
        bundle(one.name(), one, one.all("member"), open ? Set.copyOf(one.all("member")) : Set.of());
    }

    /** Called after its switch and itself. */
    private void port(Entry port) {
        var cut = port.name().indexOf('/');
        var member = port.name().substring(cut + 1);
        bundle(port.name().substring(0, cut), port, List.of(member), Set.of(member));
    }

    private void bundle(String name, Entry entry, List<String> members, Set<String> open) {
        var known = bundles.getOrDefault(name, new Bundle(name, entry.line(), Set.of(), Set.of()));
        bundles.put(name, new Bundle(name, known.line(), union(known.members(), members), union(known.open(), open)));
    }

    private static Set<String> union(Set<String> some, Collection<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    private void readTunnels() {
        TUNNELS.stream().flatMap(this::entries).forEach(this::tunnel);
        device("system interface")
                .filter(one -> OVER_ANOTHER.contains(one.one("type", ""))
                        && !one.all("interface").isEmpty())
                .forEach(this::tunnel);
        var entrances = configuration.settings(domain, "vpn ssl settings").all("source-interface");
        if (!entrances.isEmpty()) {
            carriers.put("ssl." + domain, new LinkedHashSet<>(entrances));
        }
    }

    /** What reaches a loopback may have come in by any interface. */
    private void tunnel(Entry tunnel) {
        var over = tunnel.one("interface", ANYTHING);
        var loopback =
                configuration.table(FortiConfiguration.ROOT, "system interface").get(over);
        var unknown = over.equals("any")
                || loopback != null && loopback.one("type", "").equals("loopback");
        carriers.put(tunnel.name(), Set.of(unknown ? ANYTHING : over));
    }

    private Stream<Entry> entries(String table) {
        return configuration.entries(domain, table).stream();
    }

    /** Of the device as a whole, and of the domain where the export is of it alone. */
    private Stream<Entry> device(String table) {
        var domains = new ArrayList<>(List.of(FortiConfiguration.ROOT));
        if (!domain.equals(FortiConfiguration.ROOT)) {
            domains.add(domain);
        }
        return domains.stream().flatMap(one -> configuration.entries(one, table).stream());
    }
}
