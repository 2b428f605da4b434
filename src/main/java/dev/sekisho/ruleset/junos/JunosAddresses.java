package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.AddressCell;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Redaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What names in the cells for addresses stand for: the book of the zone counts before the global one. */
final class JunosAddresses {

    private static final Map<String, AddressSet> WORDS =
            Map.of("any", AddressSet.ANY, "any-ipv4", AddressSet.ANY4, "any-ipv6", AddressSet.ANY6);

    private final JunosSystem system;
    private final JunosNode global;
    private final Map<String, JunosNode> attached = new HashMap<>();
    private final Map<JunosNode, Map<String, AddressCell>> known = new HashMap<>();

    JunosAddresses(JunosSystem system) {
        this.system = system;
        var books = system.security().at("address-book");
        this.global = books.at("global");
        for (var book : books.children()) {
            book.at("attach", "zone").names().forEach(zone -> attached.putIfAbsent(zone, book));
        }
    }

    /**
     * @param zone that of the side, "" for a policy of all zones
     */
    AddressCell all(Collection<String> names, String zone) {
        return AddressCell.union(names.stream().map(name -> one(name, zone)).toList());
    }

    /** What a name of the global book stands for. */
    AddressCell global(String name) {
        return one(name, "");
    }

    private AddressCell one(String name, String zone) {
        var word = WORDS.get(name);
        if (word != null) {
            return AddressCell.exactly(word);
        }
        for (var book : books(zone)) {
            if (has(book, name)) {
                return read(book, name, 0);
            }
        }
        return missing(name);
    }

    private List<JunosNode> books(String zone) {
        if (zone.isEmpty()) {
            return List.of(global);
        }
        var own = attached.getOrDefault(zone, JunosNode.NOTHING);
        return List.of(own, system.zones().at(zone, "address-book"), global);
    }

    private static boolean has(JunosNode book, String name) {
        return book.at("address").has(name) || book.at("address-set").has(name);
    }

    private AddressCell read(JunosNode book, String name, int depth) {
        var cells = known.computeIfAbsent(book, none -> new HashMap<>());
        var before = cells.get(name);
        if (before != null) {
            return before;
        }
        if (depth > ConfigurationLimits.NESTING) {
            return AddressCell.unknown("'" + Redaction.value(name) + "' holds sets nested too deeply, or itself");
        }
        var address = book.at("address", name);
        var cell = address == JunosNode.NOTHING ? set(book, name, depth) : address(address);
        if (cell.isExact() || depth == 0) {
            cells.put(name, cell);
        }
        return cell;
    }

    /** Members of a set stand in the same book. */
    private AddressCell set(JunosNode book, String name, int depth) {
        var set = book.at("address-set", name);
        var members = new ArrayList<>(set.all("address"));
        members.addAll(set.all("address-set"));
        if (members.isEmpty()) {
            return AddressCell.unknown("the set '" + Redaction.value(name) + "' has no members here");
        }
        var cells = new ArrayList<AddressCell>();
        for (var member : members) {
            var cell = has(book, member) ? read(book, member, depth + 1) : missing(member);
            cells.add(cell);
            if (depth > 0 && !cell.isExact()) {
                break;
            }
        }
        return AddressCell.union(cells);
    }

    private static AddressCell missing(String name) {
        return AddressCell.unknown("the address '" + Redaction.value(name) + "' is not in the configuration");
    }

    private static AddressCell address(JunosNode address) {
        var name = Redaction.value(address.name());
        var kinds = address.names().stream()
                .filter(kind -> !kind.equals("description"))
                .toList();
        if (kinds.size() != 1 || kinds.contains("dns-name")) {
            return AddressCell.unknown("the addresses of '" + name + "' are not in the configuration");
        }
        try {
            return AddressCell.exactly(span(address, kinds.get(0)));
        } catch (IllegalArgumentException e) {
            return AddressCell.unknown("the addresses of '" + name + "' cannot be read");
        }
    }

    private static AddressSet span(JunosNode address, String kind) {
        var value = address.one(kind);
        return switch (kind) {
            case "ip-prefix" -> AddressReader.cidr(value);
            case "range-address" ->
                AddressReader.range(value, address.at(kind, value).one("to"));
            // the bits of the mask that are set count
            case "wildcard-address" -> AddressReader.masked(before(value), behind(value));
            default -> AddressReader.cidr(kind);
        };
    }

    private static String before(String text) {
        return text.substring(0, Math.max(0, text.indexOf('/')));
    }

    private static String behind(String text) {
        return text.substring(text.indexOf('/') + 1);
    }
}
