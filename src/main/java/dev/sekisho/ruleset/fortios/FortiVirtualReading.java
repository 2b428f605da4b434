package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.fortios.FortiVirtualAddress.Side;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one virtual address: what cannot be known of it may be anything. */
final class FortiVirtualReading {

    private static final String NOWHERE = "0.0.0.0";
    private static final ProtocolSet SCTP = ProtocolSet.of(132);

    /** What makes of it something else than one address for another of the same family. */
    private static final Set<String> UNKNOWN_TYPES = Set.of("dns-translation", "access-proxy");

    private final Entry entry;
    private final List<Entry> servers;
    private final FortiConfiguration configuration;
    private final boolean six;
    private final List<String> doubts = new ArrayList<>();

    private FortiVirtualReading(Entry entry, List<Entry> servers, FortiConfiguration configuration, boolean six) {
        this.entry = entry;
        this.servers = servers;
        this.configuration = configuration;
        this.six = six;
    }

    /** @param servers what a load balancer chooses from */
    static List<FortiVirtualAddress> of(
            Entry entry, List<Entry> servers, FortiConfiguration configuration, boolean six) {
        if (entry.isOff()) {
            return List.of();
        }
        var reading = new FortiVirtualReading(entry, servers, configuration, six);
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            return List.of(reading.unknown());
        }
    }

    private List<FortiVirtualAddress> read() {
        if (UNKNOWN_TYPES.contains(entry.one("type", "")) || entry.isOn("nat46") || entry.isOn("nat64")) {
            return List.of(unknown());
        }
        if (!entry.all("service").isEmpty()) {
            doubts.add("'" + Redaction.value(entry.name()) + "' acts on some services only");
        }
        return servers.isEmpty()
                ? List.of(plain())
                : servers.stream().map(this::balanced).toList();
    }

    private FortiVirtualAddress unknown() {
        var all = six ? AddressSet.ANY6 : AddressSet.ANY4;
        return new FortiVirtualAddress(
                entry,
                six,
                all,
                new Side(AddressSet.NONE, PortSet.ANY),
                new Side(all, PortSet.ANY),
                ProtocolSet.ANY,
                List.of(where()));
    }

    private FortiVirtualAddress plain() {
        var inside = union(entry.all("mappedip"));
        var outside = outside();
        if (inside.isEmpty() || isLargeOutside(outside, inside)) {
            doubts.add(where());
            inside = six ? AddressSet.ANY6 : AddressSet.ANY4;
        }
        return with(
                sources(entry.all("src-filter")), new Side(outside, outsidePorts()), new Side(inside, insidePorts()));
    }

    /** A range that is mapped from one address on: where it ends is not stated. */
    private static boolean isLargeOutside(AddressSet outside, AddressSet inside) {
        return outside.size4().compareTo(inside.size4()) > 0 && inside.size4().signum() > 0
                || outside.size6().compareTo(inside.size6()) > 0
                        && inside.size6().signum() > 0;
    }

    private FortiVirtualAddress balanced(Entry server) {
        var outsidePorts = outsidePorts();
        var ports = server.one("port", "0").equals("0") || outsidePorts.isAny() ? outsidePorts : ports(server, "port");
        var clients = sources(entry.all("src-filter")).intersect(sources(server.all("client-ip")));
        return with(clients, new Side(outside(), outsidePorts), new Side(span(server.one("ip", "")), ports));
    }

    private FortiVirtualAddress with(AddressSet sources, Side outside, Side inside) {
        return new FortiVirtualAddress(entry, six, sources, outside, inside, protocols(), List.copyOf(doubts));
    }

    private AddressSet sources(List<String> filter) {
        var all = six ? AddressSet.ANY6 : AddressSet.ANY4;
        return filter.isEmpty() || filter.equals(List.of(NOWHERE))
                ? all
                : union(filter).intersect(all);
    }

    /** 0.0.0.0 stands for the address of the interface. */
    private AddressSet outside() {
        if (!entry.all("extaddr").isEmpty() || entry.all("extip").isEmpty()) {
            return AddressSet.NONE;
        }
        if (!entry.all("extip").equals(List.of(NOWHERE))) {
            return union(entry.all("extip"));
        }
        var own =
                configuration.table(FortiConfiguration.ROOT, "system interface").get(entry.one("extintf", ""));
        var address = own == null ? NOWHERE : own.one("ip", NOWHERE);
        return address.equals(NOWHERE) ? AddressSet.NONE : AddressReader.cidr(address.split("/", 2)[0]);
    }

    private boolean isPorted() {
        return entry.isOn("portforward")
                || !servers.isEmpty() && !entry.one("server-type", "").equals("ip");
    }

    private ProtocolSet protocols() {
        return switch (isPorted() ? entry.one("server-type", entry.one("protocol", "tcp")) : "any") {
            case "any" -> ProtocolSet.ANY;
            case "udp" -> ProtocolSet.UDP;
            case "sctp" -> SCTP;
            case "icmp" -> ProtocolSet.ICMP;
            default -> ProtocolSet.TCP;
        };
    }

    private PortSet outsidePorts() {
        return isPorted() && protocols().intersects(RuleMatch.PORTED) ? ports(entry, "extport") : PortSet.ANY;
    }

    /** Of a range that is forwarded to another, the first port may be all that is stated. */
    private PortSet insidePorts() {
        var outside = outsidePorts();
        if (outside.isAny() || entry.all("mappedport").isEmpty()) {
            return outside;
        }
        var inside = ports(entry, "mappedport");
        var last = inside.first() + outside.size() - 1;
        return inside.size() == 1 && last <= 65535 ? PortSet.range(inside.first(), last) : inside;
    }

    private static PortSet ports(Entry entry, String key) {
        var stated = entry.all(key);
        return stated.isEmpty() || stated.get(0).equals("0") ? PortSet.ANY : PortSet.parse(stated);
    }

    static AddressSet union(List<String> texts) {
        return AddressSet.union(texts.stream().map(FortiVirtualReading::span).toList());
    }

    private static AddressSet span(String text) {
        var ends = text.split("-", 2);
        return ends.length == 1 ? AddressReader.cidr(text) : AddressReader.range(ends[0], ends[1]);
    }

    private String where() {
        return "where '" + Redaction.value(entry.name()) + "' leads is not known";
    }
}
