package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.checkpoint.CpObjects.CpObject;
import dev.sekisho.ruleset.reading.AddressCell;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.Resolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What the objects of a cell for sources or destinations stand for. */
final class CpAddresses {

    private final CpObjects objects;

    /** Whether traffic crosses a security zone on a side. */
    private final BiFunction<Key, String, Certainty> zones;

    private final Map<String, AddressCell> known = new HashMap<>();

    CpAddresses(CpObjects objects, BiFunction<Key, String, Certainty> zones) {
        this.objects = objects;
        this.zones = zones;
    }

    /** @param side the zone of the guard that a zone in the cell is compared with */
    AddressCell all(List<ConfigurationJson> names, Key side) {
        return AddressCell.union(names.stream().map(name -> one(name, side)).toList());
    }

    private AddressCell one(ConfigurationJson name, Key side) {
        var object = objects.find(name);
        return object.type().equals("security-zone") ? zone(object, side) : of(object, 0);
    }

    private AddressCell zone(CpObject zone, Key side) {
        return switch (zones.apply(side, zone.name())) {
            case ALWAYS -> AddressCell.ANY;
            case NEVER -> AddressCell.exactly(AddressSet.NONE);
            case PERHAPS -> AddressCell.unknown("depends on a security zone; name fromZone and toZone");
        };
    }

    AddressCell of(CpObject object) {
        return of(object, 0);
    }

    private AddressCell of(CpObject object, int depth) {
        var found = known.get(object.id());
        if (found == null) {
            if (depth > ConfigurationLimits.NESTING) {
                return AddressCell.unknown("groups are nested too deeply, or contain themselves");
            }
            found = read(object, depth);
            known.put(object.id(), found);
        }
        return found;
    }

    private AddressCell read(CpObject object, int depth) {
        if (object.isAny()) {
            return AddressCell.ANY;
        }
        try {
            return switch (object.type()) {
                case "host", "checkpoint-host", "cpmihostckp" -> host(object);
                case "network" -> AddressCell.exactly(network(object));
                case "address-range", "multicast-address-range" -> range(object);
                case "wildcard" -> wildcard(object);
                case "group" -> group(object, depth);
                case "group-with-exclusion" -> exclusion(object, depth);
                default -> CpGateways.isGateway(object) ? gateway(object) : unknown(object);
            };
        } catch (IllegalArgumentException e) {
            return AddressCell.unknown("the addresses of " + object.shown() + " cannot be read");
        }
    }

    private static AddressCell unknown(CpObject object) {
        return AddressCell.unknown(
                object.isKnown()
                        ? "which addresses " + object.shown() + " has is not in the text"
                        : "an object that is named is not in the text");
    }

    private static AddressSet single(CpObject object) {
        var addresses = Stream.of("ipv4-address", "ipv6-address", "ip-address")
                .map(object::text)
                .filter(text -> !text.isEmpty())
                .map(AddressReader::cidr)
                .toList();
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address");
        }
        return AddressSet.union(addresses);
    }

    /** One with several interfaces may be meant with all their addresses. */
    private static AddressCell host(CpObject host) {
        var main = single(host);
        var others = interfaces(host);
        return main.contains(others)
                ? AddressCell.exactly(main)
                : new AddressCell(
                        main,
                        main.union(others),
                        List.of("whether all interfaces of " + host.shown() + " are meant is not known"));
    }

    /** All addresses of it are meant; where its interfaces are not shown it may have any. */
    private static AddressCell gateway(CpObject gateway) {
        if (gateway.flag("dynamic-ip") || gateway.list("interfaces").isEmpty()) {
            var main = gateway.text("ipv4-address").isEmpty() || gateway.flag("dynamic-ip")
                    ? AddressSet.NONE
                    : single(gateway);
            return new AddressCell(
                    main, AddressSet.ANY, List.of("the interfaces of " + gateway.shown() + " are not in the text"));
        }
        var main = single(gateway);
        var others = interfaces(gateway);
        return main.contains(others)
                ? AddressCell.exactly(main)
                : new AddressCell(
                        main,
                        main.union(others),
                        List.of("whether all interfaces of " + gateway.shown() + " are meant is not known"));
    }

    private static AddressSet interfaces(CpObject object) {
        return AddressSet.union(object.list("interfaces").stream()
                .filter(ConfigurationJson::isObject)
                .flatMap(one -> Stream.of("ipv4-address", "ipv6-address", "subnet4", "subnet6")
                        .map(field -> CpObjects.word(one, field)))
                .filter(text -> !text.isEmpty())
                .map(AddressReader::cidr)
                .toList());
    }

    /** Whether its broadcast address belongs to a network is said there. */
    private static AddressSet network(CpObject network) {
        var found = new ArrayList<AddressSet>();
        for (var family : new String[] {"4", "6", ""}) {
            var subnet = network.text("subnet" + family);
            if (!subnet.isEmpty()) {
                found.add(block(network, family, subnet));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no subnet");
        }
        return AddressSet.union(found);
    }

    private static AddressSet block(CpObject network, String family, String subnet) {
        var length = network.text("mask-length" + family);
        if (!length.isEmpty()) {
            var whole = AddressReader.prefix(subnet, length);
            return network.text("broadcast").equals("disallow") ? withoutLast(whole, length) : whole;
        }
        return AddressReader.masked(subnet, network.text("subnet-mask"));
    }

    private static AddressSet withoutLast(AddressSet whole, String length) {
        var four = whole.only4();
        return four.isEmpty() || Integer.parseInt(length) > 30
                ? whole
                : AddressReader.range(four.first(), CpBlocks.last(four.first(), Integer.parseInt(length), 1));
    }

    private static AddressCell range(CpObject range) {
        var found = new ArrayList<AddressSet>();
        for (var family : new String[] {"ipv4", "ipv6"}) {
            var first = range.text(family + "-address-first");
            var only = range.text(family + "-address");
            if (!first.isEmpty()) {
                found.add(AddressReader.range(first, range.text(family + "-address-last")));
            } else if (!only.isEmpty()) {
                found.add(AddressReader.cidr(only));
            }
        }
        return found.isEmpty() ? unknown(range) : AddressCell.exactly(AddressSet.union(found));
    }

    private static AddressCell wildcard(CpObject wildcard) {
        if (!wildcard.text("ipv6-address").isEmpty()) {
            return unknown(wildcard);
        }
        return AddressCell.exactly(
                AddressReader.wildcard(wildcard.text("ipv4-address"), wildcard.text("ipv4-mask-wildcard")));
    }

    /** A group without members is one whose members are not shown. */
    private AddressCell group(CpObject group, int depth) {
        var members = group.list("members");
        if (members.isEmpty()) {
            return AddressCell.unknown("the members of " + group.shown() + " are not in the text");
        }
        return AddressCell.union(members.stream()
                .map(member -> of(objects.find(member), depth + 1))
                .toList());
    }

    private AddressCell exclusion(CpObject group, int depth) {
        var include = part(group, "include", depth);
        var except = part(group, "except", depth);
        if (Resolved.doubts(Stream.of(include.doubts(), except.doubts())).isEmpty()) {
            return AddressCell.exactly(include.certain().minus(except.certain()));
        }
        return include.without(except);
    }

    private AddressCell part(CpObject group, String field, int depth) {
        return group.field(field)
                .map(name -> of(objects.find(name), depth + 1))
                .orElseGet(() -> AddressCell.unknown("what " + group.shown() + " consists of is not in the text"));
    }
}
