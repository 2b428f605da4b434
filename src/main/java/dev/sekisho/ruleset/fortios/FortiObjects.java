package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.fortios.FortiConfiguration.Entry;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the addresses and services of one virtual domain stand for. */
final class FortiObjects {

    /** What a full configuration states for a service that is offered anywhere. */
    private static final String NO_RANGE = "0.0.0.0";

    private final FortiConfiguration configuration;
    private final String domain;
    private final Map<String, Resolved<AddressSet>> addresses = new HashMap<>();
    private final Map<String, Resolved<List<RuleMatch>>> services = new HashMap<>();
    private final FortiNesting nesting = new FortiNesting();
    private final FortiVirtuals virtuals;

    FortiObjects(FortiConfiguration configuration, String domain, FortiVirtuals virtuals) {
        this.configuration = configuration;
        this.domain = domain;
        this.virtuals = virtuals;
    }

    Resolved<AddressSet> address(String name, boolean six) {
        var key = name + (six ? " 6" : " 4");
        var known = addresses.get(key);
        if (known == null) {
            known = readAddress(name, six);
            addresses.put(key, known);
        }
        return known;
    }

    Resolved<List<RuleMatch>> service(String name) {
        var known = services.get(name);
        if (known == null) {
            known = readService(name);
            services.put(name, known);
        }
        return known;
    }

    private Resolved<AddressSet> readAddress(String name, boolean six) {
        var group = configuration
                .table(domain, six ? "firewall addrgrp6" : "firewall addrgrp")
                .get(name);
        var entry = configuration
                .table(domain, six ? "firewall address6" : "firewall address")
                .get(name);
        if (group != null) {
            var all = six ? AddressSet.ANY6 : AddressSet.ANY4;
            return nesting.within(group, () -> circular(group, all), () -> group(group, six));
        }
        if (entry != null) {
            return doubting(read(entry, six), FortiSettings.ADDRESS.unknown(entry));
        }
        if (virtuals.isVirtual(name, six)) {
            return Resolved.union(virtuals.named(name, six).stream()
                    .map(one -> new Resolved<>(one.addresses(), one.doubts()))
                    .toList());
        }
        return switch (name) {
            case "all", "any" -> Resolved.exactly(six ? AddressSet.ANY6 : AddressSet.ANY4);
            case "none" -> Resolved.exactly(AddressSet.NONE);
            default -> unknown(name, six);
        };
    }

    private static <T> Resolved<T> circular(Entry group, T widest) {
        return Resolved.doubtful(
                widest, "line " + group.line() + ": group '" + Redaction.value(group.name()) + "' contains itself");
    }

    private static <T> Resolved<T> doubting(Resolved<T> read, List<String> doubts) {
        return doubts.isEmpty() ? read : new Resolved<>(read.set(), Resolved.doubts(Stream.of(read.doubts(), doubts)));
    }

    private static Resolved<AddressSet> unknown(String name, boolean six) {
        return Resolved.doubtful(
                six ? AddressSet.ANY6 : AddressSet.ANY4,
                "the addresses of '" + Redaction.value(name) + "' are not known");
    }

    private Resolved<AddressSet> group(Entry group, boolean six) {
        var members = Resolved.union(
                group.all("member").stream().map(member -> address(member, six)).toList());
        if (!group.isOn("exclude")) {
            return members;
        }
        var excluded = Resolved.union(group.all("exclude-member").stream()
                .map(member -> address(member, six))
                .toList());
        return excluded.doubts().isEmpty()
                ? new Resolved<>(members.set().minus(excluded.set()), members.doubts())
                : new Resolved<>(members.set(), excluded.doubts());
    }

    private static Resolved<AddressSet> read(Entry entry, boolean six) {
        try {
            return switch (entry.one("type", six ? "ipprefix" : "ipmask")) {
                case "ipmask" -> Resolved.exactly(subnet(entry.all("subnet")));
                case "ipprefix" -> Resolved.exactly(AddressReader.cidr(entry.one("ip6", "::/0")));
                case "iprange" -> range(entry, six);
                case "wildcard" -> Resolved.exactly(subnet(entry.all("wildcard")));
                case "interface-subnet" ->
                    entry.all("subnet").isEmpty()
                            ? unknown(entry.name(), six)
                            : Resolved.exactly(subnet(entry.all("subnet")));
                default -> unknown(entry.name(), six);
            };
        } catch (IllegalArgumentException e) {
            return unknown(entry.name(), six);
        }
    }

    /** One that ends before it begins holds no address; a negation of it is no matter of certainty. */
    private static Resolved<AddressSet> range(Entry entry, boolean six) {
        var range = AddressReader.range(entry.one("start-ip", six ? "::" : "0.0.0.0"), entry.one("end-ip", ""));
        return range.isEmpty()
                ? Resolved.doubtful(
                        range,
                        "line " + entry.line() + ": the range of '" + Redaction.value(entry.name())
                                + "' ends before it begins")
                : Resolved.exactly(range);
    }

    private static AddressSet subnet(List<String> words) {
        if (words.isEmpty()) {
            return AddressSet.ANY4;
        }
        return words.size() == 1 ? AddressReader.cidr(words.get(0)) : AddressReader.masked(words.get(0), words.get(1));
    }

    private Resolved<List<RuleMatch>> readService(String name) {
        var group = configuration.table(domain, "firewall service group").get(name);
        if (group != null) {
            return nesting.within(
                    group,
                    () -> circular(group, List.of(RuleMatch.ANY)),
                    () -> Resolved.concat(
                            group.all("member").stream().map(this::service).toList()));
        }
        var entry = configuration.table(domain, "firewall service custom").get(name);
        if (entry != null) {
            return doubting(read(entry), FortiSettings.SERVICE.unknown(entry));
        }
        var known = FortiServices.predefined(name);
        return known.isEmpty()
                ? Resolved.doubtful(List.of(RuleMatch.ANY), "service '" + Redaction.value(name) + "' is not known")
                : Resolved.exactly(known);
    }

    private static Resolved<List<RuleMatch>> read(Entry entry) {
        if (!entry.all("app-category").isEmpty() || !entry.all("application").isEmpty()) {
            return notModelled(entry);
        }
        try {
            return between(entry, byProtocol(entry));
        } catch (IllegalArgumentException e) {
            return notModelled(entry);
        }
    }

    private static Resolved<List<RuleMatch>> notModelled(Entry entry) {
        return Resolved.doubtful(
                List.of(RuleMatch.ANY), "service '" + Redaction.value(entry.name()) + "' is not modelled");
    }

    /** A service may be bound to addresses where it is offered. */
    private static Resolved<List<RuleMatch>> between(Entry entry, Resolved<List<RuleMatch>> services) {
        var range = entry.one("iprange", NO_RANGE);
        if (!entry.all("fqdn").isEmpty()) {
            return Resolved.doubtful(
                    services.set(), "service '" + Redaction.value(entry.name()) + "' is offered at a domain name");
        }
        if (range.equals(NO_RANGE)) {
            return services;
        }
        var ends = range.split("-", 2);
        var offered = AddressReader.range(ends[0], ends[ends.length - 1]);
        return new Resolved<>(
                services.set().stream().map(match -> match.to(offered)).toList(), services.doubts());
    }

    private static Resolved<List<RuleMatch>> byProtocol(Entry entry) {
        return switch (entry.one("protocol", "TCP/UDP/SCTP")) {
            case "IP" -> Resolved.exactly(List.of(RuleMatch.ANY.over(number(entry.one("protocol-number", "0")))));
            case "ICMP" -> icmp(entry, ProtocolSet.ICMP);
            case "ICMP6" -> icmp(entry, ProtocolSet.ICMPV6);
            case "TCP/UDP/SCTP", "TCP/UDP/UDP-Lite/SCTP" ->
                Resolved.exactly(FortiServices.ports(
                        entry.all("tcp-portrange"),
                        entry.all("udp-portrange"),
                        entry.all("udplite-portrange"),
                        entry.all("sctp-portrange")));
            default -> notModelled(entry);
        };
    }

    private static ProtocolSet number(String text) {
        return text.equals("0") ? ProtocolSet.ANY : ProtocolSet.of(text);
    }

    private static Resolved<List<RuleMatch>> icmp(Entry entry, ProtocolSet protocol) {
        var type = entry.one("icmptype", "");
        var types = type.isEmpty() ? IcmpTypeSet.ANY : IcmpTypeSet.of(type);
        var matches = List.of(RuleMatch.ANY.over(protocol).types(types));
        return entry.all("icmpcode").isEmpty()
                ? Resolved.exactly(matches)
                : Resolved.doubtful(matches, "matches some ICMP codes only");
    }
}
