package dev.sekisho.firewall.reader;

import dev.sekisho.risk.traffic.AddressSet;
import dev.sekisho.risk.traffic.IcmpTypeSet;
import dev.sekisho.risk.traffic.PortSet;
import dev.sekisho.risk.traffic.ProtocolSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the JSON of cloud providers has in common. */
final class Cloud {

    private Cloud() {}

    static AddressSet cidr(Json json) {
        try {
            return Addresses.cidr(json.text());
        } catch (IllegalArgumentException e) {
            throw json.refusal("an address or CIDR is expected");
        }
    }

    /** "tcp", "Tcp", "6"; "-1" and "*" are any. */
    static ProtocolSet protocol(Json json) {
        var word = json.word().toLowerCase(Locale.ROOT);
        if (word.equals("-1") || word.equals("*") || word.equals("all")) {
            return ProtocolSet.ANY;
        }
        var number = Names.protocol(word);
        if (number.isEmpty()) {
            throw json.refusal("a protocol is expected");
        }
        return ProtocolSet.of(number.getAsInt());
    }

    static PortSet range(Json at, int from, int to) {
        at.require(from >= 0 && to <= 65535 && from <= to, "a range of ports is expected");
        return PortSet.range(from, to);
    }

    static IcmpTypeSet type(Json at, int type) {
        at.require(type >= -1 && type <= 255, "an ICMP type is expected");
        return type == -1 ? IcmpTypeSet.ANY : IcmpTypeSet.of(type);
    }

    /** What a rule states beside the known fields may be a condition: each is a doubt. */
    static List<String> unknownConditions(Json rule, Set<String> known) {
        return rule.fields().entrySet().stream()
                .filter(field -> !field.getValue().isNull())
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> "depends on " + Redaction.value(name))
                .toList();
    }

    /** Recorded API answers keep the document below "data". */
    static Json unwrapped(Json document) {
        return document.isObject()
                        && document.field("data").filter(Json::isObject).isPresent()
                ? document.required("data")
                : document;
    }
}
