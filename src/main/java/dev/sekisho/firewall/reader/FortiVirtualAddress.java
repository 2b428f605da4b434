package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.FortiConfiguration.Entry;
import dev.sekisho.risk.traffic.AddressSet;
import dev.sekisho.risk.traffic.PortSet;
import dev.sekisho.risk.traffic.ProtocolSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A virtual address: what is sent to the outside arrives inside, where port forwarding says so with other ports. Policies
 * meet the traffic as it arrives inside.
 *
 * @param outsidePorts the ports that are forwarded, as they are outside
 * @param doubts empty if all of it is known
 */
record FortiVirtualAddress(
        AddressSet outside,
        AddressSet inside,
        ProtocolSet protocols,
        PortSet outsidePorts,
        PortSet insidePorts,
        List<String> doubts) {

    private static final String NOWHERE = "0.0.0.0";

    /** @param servers what a load balancer chooses from */
    static List<FortiVirtualAddress> of(
            Entry entry, List<Entry> servers, FortiConfiguration configuration, boolean six) {
        if (entry.one("status", "enable").equals("disable")) {
            return List.of();
        }
        try {
            return read(entry, servers, configuration, six);
        } catch (IllegalArgumentException e) {
            var all = six ? AddressSet.ANY6 : AddressSet.ANY4;
            return List.of(new FortiVirtualAddress(
                    all, all, ProtocolSet.ANY, PortSet.ANY, PortSet.ANY, List.of(unknown(entry))));
        }
    }

    private static List<FortiVirtualAddress> read(
            Entry entry, List<Entry> servers, FortiConfiguration configuration, boolean six) {
        var doubts = new ArrayList<String>();
        var outside = outside(entry, configuration, doubts);
        var ported = entry.isOn("portforward")
                || !servers.isEmpty() && !entry.one("server-type", "").equals("ip");
        var protocols = ported ? protocols(entry) : ProtocolSet.ANY;
        var outsidePorts = ported && protocols.intersects(Match.PORTED) ? ports(entry, "extport") : PortSet.ANY;
        if (!servers.isEmpty()) {
            return servers.stream()
                    .map(server -> new FortiVirtualAddress(
                            outside,
                            span(server.one("ip", "")),
                            protocols,
                            outsidePorts,
                            server.one("port", "0").equals("0") || outsidePorts.isAny()
                                    ? outsidePorts
                                    : ports(server, "port"),
                            doubts))
                    .toList();
        }
        var inside = union(entry.all("mappedip"));
        if (inside.isEmpty()) {
            doubts.add(unknown(entry));
        }
        var insidePorts =
                outsidePorts.isAny() || entry.all("mappedport").isEmpty() ? outsidePorts : ports(entry, "mappedport");
        var all = six ? AddressSet.ANY6 : AddressSet.ANY4;
        return List.of(new FortiVirtualAddress(
                outside, inside.isEmpty() ? all : inside, protocols, outsidePorts, insidePorts, doubts));
    }

    /** 0.0.0.0 stands for the address of the interface. */
    private static AddressSet outside(Entry entry, FortiConfiguration configuration, List<String> doubts) {
        if (!entry.all("extip").equals(List.of(NOWHERE))) {
            return union(entry.all("extip"));
        }
        var own = configuration
                .table(FortiConfiguration.ROOT, "system interface")
                .getOrDefault(entry.one("extintf", ""), new Entry("", 0, Map.of()))
                .all("ip");
        if (own.isEmpty() || own.get(0).equals(NOWHERE)) {
            doubts.add("the address outside of '" + Redaction.value(entry.name()) + "' is that of an interface");
            return AddressSet.ANY4;
        }
        return Addresses.cidr(own.get(0).split("/", 2)[0]);
    }

    private static ProtocolSet protocols(Entry entry) {
        var type = entry.one("server-type", entry.one("protocol", "tcp"));
        return switch (type) {
            case "udp" -> ProtocolSet.UDP;
            case "sctp" -> ProtocolSet.of(132);
            case "icmp" -> ProtocolSet.ICMP;
            default -> ProtocolSet.TCP;
        };
    }

    private static PortSet ports(Entry entry, String key) {
        var stated = entry.all(key);
        return stated.isEmpty() || stated.get(0).equals("0") ? PortSet.ANY : PortSet.parse(stated);
    }

    private static AddressSet union(List<String> texts) {
        return AddressSet.union(texts.stream().map(FortiVirtualAddress::span).toList());
    }

    private static AddressSet span(String text) {
        var ends = text.split("-", 2);
        return ends.length == 1 ? Addresses.cidr(text) : Addresses.range(ends[0], ends[1]);
    }

    private static String unknown(Entry entry) {
        return "where '" + Redaction.value(entry.name()) + "' leads is not known";
    }

    AddressSet addresses() {
        return outside.union(inside);
    }

    /** What of the traffic that a policy speaks of goes through this address. */
    List<Resolved<Match>> through(Match policy) {
        var arriving = policy.to(inside).over(protocols).toPorts(insidePorts);
        if (arriving.isEmpty()) {
            return List.of();
        }
        var sent = new Match(
                        policy.sources(),
                        outside,
                        policy.protocols(),
                        policy.sourcePorts(),
                        insidePorts.equals(outsidePorts) ? policy.destinationPorts() : PortSet.ANY,
                        policy.icmpTypes())
                .over(protocols)
                .toPorts(outsidePorts);
        var partly =
                !insidePorts.equals(outsidePorts) && !policy.destinationPorts().contains(insidePorts);
        return List.of(
                new Resolved<>(arriving, doubts),
                partly
                        ? Resolved.doubtful(sent, "only some ports of a virtual address pass")
                        : new Resolved<>(sent, doubts));
    }
}
