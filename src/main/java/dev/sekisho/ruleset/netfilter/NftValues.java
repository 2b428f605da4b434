package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.Cloud;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.ServiceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The right-hand sides of nft matches: single values, ranges, prefixes, sets of them and named sets. */
final class NftValues {

    private static final Set<String> COUNTING = Set.of("val", "comment", "timeout", "expires", "counter", "last");

    private static final Set<String> LITERALS = Set.of("prefix", "range", "set", "concat", "|");

    private final NftDocument document;
    private final String table;

    NftValues(NftDocument document, String table) {
        this.document = document;
        this.table = table;
    }

    /** The elements of a set, a list or a named set; a single value is its own only element. */
    Resolved<List<ConfigurationJson>> elements(ConfigurationJson right) {
        if (right.isText() && right.text().startsWith("@")) {
            return named(right);
        }
        if (right.isArray()) {
            return Resolved.exactly(right.items());
        }
        return right.isObject() && right.fields().containsKey("set")
                ? elements(right.required("set"))
                : Resolved.exactly(joined(right));
    }

    /** Flags joined by "|", which some versions nest. */
    private static List<ConfigurationJson> joined(ConfigurationJson json) {
        var parts = json.isObject() ? json.field("|") : Optional.<ConfigurationJson>empty();
        return parts.map(all -> all.items().stream()
                        .flatMap(one -> joined(one).stream())
                        .toList())
                .orElse(List.of(json));
    }

    private Resolved<List<ConfigurationJson>> named(ConfigurationJson right) {
        var name = right.text().substring(1);
        var set = document.set(table, name).orElseThrow(() -> right.refusal("there is no set of this name"));
        var elements = set.list("elem");
        var flags = set.field("flags").map(this::elements).map(Resolved::set).orElse(List.of());
        var changes =
                flags.stream().anyMatch(flag -> List.of("dynamic", "timeout").contains(flag.word()));
        if (changes || document.isUpdated(table, name)) {
            return Resolved.doubtful(elements, "the members of set " + Redaction.value(name) + " come and go");
        }
        if (elements.isEmpty()) {
            // a terse listing leaves the members out and looks just like one of an empty set
            return Resolved.doubtful(elements, "the members of set " + Redaction.value(name) + " are not shown");
        }
        var kept = Stream.concat(set.list("stmt").stream(), elements.stream().flatMap(NftValues::kept));
        return onlyCount(kept.toList())
                ? Resolved.exactly(elements)
                : Resolved.doubtful(elements, "set " + Redaction.value(name) + " limits its members");
    }

    /** What else is kept of a member. */
    private static Stream<ConfigurationJson> kept(ConfigurationJson element) {
        return element.isObject() && element.fields().containsKey("elem")
                ? Stream.of(element.required("elem"))
                : Stream.empty();
    }

    /** Whether nothing among these statements, or beside a value, can fail to match. */
    static boolean onlyCount(List<ConfigurationJson> statements) {
        return statements.stream()
                .allMatch(one ->
                        one.isObject() && COUNTING.containsAll(one.fields().keySet()));
    }

    /** Whether this is a value, or values, and no expression whose value depends on the packet or the moment. */
    static boolean isLiteral(ConfigurationJson element) {
        var json = plain(element);
        if (!json.isObject()) {
            return !json.isArray() || json.items().stream().allMatch(NftValues::isLiteral);
        }
        return json.fields().size() == 1 && LITERALS.containsAll(json.fields().keySet());
    }

    static ConfigurationJson plain(ConfigurationJson element) {
        return element.isObject() && element.fields().containsKey("elem")
                ? plain(element.required("elem").required("val"))
                : element;
    }

    /** A range that ends before it begins; it holds nothing. */
    static boolean isReversed(ConfigurationJson element) {
        var json = plain(element);
        if (!json.isObject() || json.field("range").isEmpty()) {
            return false;
        }
        var ends = json.required("range").items();
        if (ends.size() != 2) {
            return false;
        }
        var first = ends.get(0).word();
        var last = ends.get(1).word();
        if (AddressReader.isAddress(first) && AddressReader.isAddress(last)) {
            return AddressReader.isReversed(first, last);
        }
        return first.matches("[0-9]{1,5}")
                && last.matches("[0-9]{1,5}")
                && Integer.parseInt(first) > Integer.parseInt(last);
    }

    static AddressSet address(ConfigurationJson element) {
        var json = plain(element);
        try {
            if (json.isText()) {
                return json.text().equals("*") ? AddressSet.ANY : AddressReader.cidr(json.text());
            }
            if (json.fields().containsKey("prefix")) {
                var prefix = json.required("prefix");
                return AddressReader.prefix(
                        prefix.required("addr").text(), prefix.required("len").word());
            }
            var ends = json.required("range").items();
            json.require(ends.size() == 2, "a range has two ends");
            return AddressReader.range(ends.get(0).text(), ends.get(1).text());
        } catch (IllegalArgumentException e) {
            throw json.refusal("an address is expected");
        }
    }

    static PortSet port(ConfigurationJson element, ProtocolSet protocols) {
        var json = plain(element);
        if (json.isObject()) {
            var ends = json.required("range").items();
            json.require(ends.size() == 2, "a range has two ends");
            return Cloud.range(json, onePort(ends.get(0), protocols), onePort(ends.get(1), protocols));
        }
        return json.word().equals("*") ? PortSet.ANY : PortSet.of(onePort(json, protocols));
    }

    static ProtocolSet protocol(ConfigurationJson element) {
        var json = plain(element);
        if (json.isObject()) {
            var ends = json.required("range").items();
            json.require(ends.size() == 2, "a range has two ends");
            return ProtocolSet.of(ends.get(0).number() + "-" + ends.get(1).number());
        }
        return Cloud.protocol(json);
    }

    static IcmpTypeSet type(ConfigurationJson element, boolean six) {
        var json = plain(element);
        if (json.isObject()) {
            var ends = json.required("range").items();
            json.require(ends.size() == 2, "a range has two ends");
            var first = oneType(ends.get(0), six);
            var last = oneType(ends.get(1), six);
            return first > last ? IcmpTypeSet.NONE : IcmpTypeSet.of(first + "-" + last);
        }
        return IcmpTypeSet.of(oneType(json, six));
    }

    private static int oneType(ConfigurationJson json, boolean six) {
        return ServiceNames.icmp(json.word(), six)
                .orElseThrow(() -> json.refusal("an ICMP type is expected"))
                .type();
    }

    static List<String> words(List<ConfigurationJson> elements) {
        var words = new ArrayList<String>();
        elements.forEach(element -> words.add(plain(element).word().toLowerCase(Locale.ROOT)));
        return words;
    }

    private static int onePort(ConfigurationJson json, ProtocolSet protocols) {
        return ServiceNames.port(protocols, json.word()).orElseThrow(() -> json.refusal("a port is expected"));
    }
}
