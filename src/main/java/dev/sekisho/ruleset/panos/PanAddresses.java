package dev.sekisho.ruleset.panos;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What names and literals in the cells for addresses stand for. */
final class PanAddresses {

    private final PanPlace place;
    private final Map<String, Resolved<AddressSet>> known = new HashMap<>();

    PanAddresses(PanPlace place) {
        this.place = place;
    }

    Resolved<AddressSet> all(Collection<String> names) {
        return Resolved.union(names.stream().map(this::one).toList());
    }

    Resolved<AddressSet> one(String name) {
        var found = known.get(name);
        if (found == null) {
            found = read(name, 0);
            known.put(name, found);
        }
        return found;
    }

    private Resolved<AddressSet> read(String name, int depth) {
        if (name.equals("any")) {
            return Resolved.exactly(AddressSet.ANY);
        }
        var before = known.get(name);
        if (before != null) {
            return before;
        }
        if (depth > ConfigurationLimits.NESTING) {
            return unknown("'" + Redaction.value(name) + "' holds groups nested too deeply, or itself");
        }
        var read = nearest(name, depth);
        if (depth > 0 && read.doubts().isEmpty()) {
            known.put(name, read);
        }
        return read;
    }

    /** What is nearer hides what is shared, be it an address or a group. */
    private Resolved<AddressSet> nearest(String name, int depth) {
        for (var scope : place.objects()) {
            var address = scope.at("address", name);
            var group = scope.at("address-group", name);
            if (address != PanNode.NOTHING) {
                return address(address);
            }
            if (group != PanNode.NOTHING) {
                return group(group, depth);
            }
        }
        return literal(name);
    }

    private Resolved<AddressSet> group(PanNode group, int depth) {
        // before there were dynamic groups the members stood in the group itself
        var members = group.has("static") ? group.all("static") : older(group);
        if (group.has("dynamic") || members.isEmpty()) {
            return unknown("the members of '" + Redaction.value(group.name()) + "' are found while the device works");
        }
        var parts = new ArrayList<Resolved<AddressSet>>();
        for (var member : members) {
            var part = read(member, depth + 1);
            parts.add(part);
            if (!part.doubts().isEmpty() && part.set().equals(AddressSet.ANY)) {
                break;
            }
        }
        return Resolved.union(parts);
    }

    private static List<String> older(PanNode group) {
        return group.names().stream()
                .filter(name -> !List.of("dynamic", "description", "tag").contains(name))
                .toList();
    }

    private static Resolved<AddressSet> address(PanNode address) {
        var name = Redaction.value(address.name());
        var kinds = List.of("ip-netmask", "ip-range", "ip-wildcard", "fqdn").stream()
                .filter(address::has)
                .toList();
        if (kinds.size() != 1 || kinds.contains("fqdn")) {
            return unknown("the addresses of '" + name + "' are not in the configuration");
        }
        try {
            var value = address.one(kinds.get(0));
            return kinds.contains("ip-wildcard") ? wildcard(value) : Resolved.exactly(span(value));
        } catch (IllegalArgumentException e) {
            return unknown("the addresses of '" + name + "' cannot be read");
        }
    }

    private static Resolved<AddressSet> wildcard(String value) {
        var parts = value.split("/", 2);
        if (parts.length < 2 || AddressReader.isTooScattered(parts[1])) {
            return unknown("a wildcard stands for too many networks");
        }
        return Resolved.exactly(AddressReader.wildcard(parts[0], parts[1]));
    }

    /** An address, a network (bits to the right of the mask do not count), or a range, which is empty if it is reversed. */
    private static AddressSet span(String text) {
        var ends = text.split("-", 2);
        return ends.length == 1
                ? AddressReader.cidr(text.strip())
                : AddressReader.range(ends[0].strip(), ends[1].strip());
    }

    /** Names of regions and of lists that the device fetches stand for addresses that are not in the configuration. */
    private static Resolved<AddressSet> literal(String name) {
        try {
            return Resolved.exactly(span(name));
        } catch (IllegalArgumentException e) {
            return unknown("the addresses of '" + Redaction.value(name) + "' are not in the configuration");
        }
    }

    private static Resolved<AddressSet> unknown(String doubt) {
        return Resolved.doubtful(AddressSet.ANY, doubt);
    }

    /**
     * All but these. Whether what names addresses of one family alone leaves out the other is not known, so that is a doubt.
     *
     * @return parts of which each is exact or not
     */
    List<Resolved<AddressSet>> not(Collection<String> names) {
        var set = all(names);
        if (!set.doubts().isEmpty() || names.contains("any") || hasReversed(names)) {
            var doubts = new ArrayList<>(set.doubts());
            doubts.add("what a negation leaves is not known");
            return List.of(new Resolved<>(AddressSet.ANY, List.copyOf(doubts)));
        }
        var parts = new ArrayList<Resolved<AddressSet>>();
        for (var family : List.of(AddressSet.ANY4, AddressSet.ANY6)) {
            var rest = Resolved.exactly(family.minus(set.set()));
            parts.add(
                    set.set().intersects(family)
                            ? rest
                            : Resolved.doubtful(family, "it leaves out addresses of the other family only"));
        }
        return parts;
    }

    /** A range that holds nothing is refused by the device, so nobody knows what is left beside it. */
    private boolean hasReversed(Collection<String> names) {
        return names.stream().anyMatch(name -> one(name).set().isEmpty());
    }
}
