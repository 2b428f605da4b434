package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the JSON of cloud providers has in common. */
public final class Cloud {
    /** Where networks lie that a document does not show. */
    public static final AddressSet PRIVATE =
            AddressSet.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

    private Cloud() {}

    public static AddressSet cidr(ConfigurationJson json) {
        try {
            return AddressReader.cidr(json.text());
        } catch (IllegalArgumentException e) {
            throw json.refusal("an address or CIDR is expected");
        }
    }

    /** "tcp", "Tcp", "6"; "-1" and "*" are any. */
    public static ProtocolSet protocol(ConfigurationJson json) {
        var word = json.word().toLowerCase(Locale.ROOT);
        if (word.equals("-1") || word.equals("*") || word.equals("all")) {
            return ProtocolSet.ANY;
        }
        var number = ServiceNames.protocol(word);
        if (number.isEmpty()) {
            throw json.refusal("a protocol is expected");
        }
        return ProtocolSet.of(number.getAsInt());
    }

    /** No port at all if it ends before it begins. */
    public static PortSet range(ConfigurationJson at, int from, int to) {
        at.require(Math.min(from, to) >= 0 && Math.max(from, to) <= 65535, "a range of ports is expected");
        return from > to ? PortSet.NONE : PortSet.range(from, to);
    }

    public static IcmpTypeSet type(ConfigurationJson at, int type) {
        at.require(type >= -1 && type <= 255, "an ICMP type is expected");
        return type == -1 ? IcmpTypeSet.ANY : IcmpTypeSet.of(type);
    }

    /** What a rule states that is not known may be a condition; what is empty or off is none. */
    public static List<String> unknown(Map<String, ConfigurationJson> fields, Set<String> known) {
        return fields.entrySet().stream()
                .filter(field -> !known.contains(field.getKey().toLowerCase(Locale.ROOT)) && isUsed(field.getValue()))
                .map(field -> "depends on " + Redaction.value(field.getKey()))
                .toList();
    }

    private static boolean isUsed(ConfigurationJson json) {
        return switch (json.kind()) {
            case START_OBJECT -> !json.fields().isEmpty();
            case START_ARRAY -> !json.items().isEmpty();
            case VALUE_STRING -> !json.text().isEmpty();
            case VALUE_NULL, VALUE_FALSE -> false;
            default -> true;
        };
    }

    /** Recorded API answers keep the document below "data". */
    public static ConfigurationJson unwrapped(ConfigurationJson document) {
        return document.isObject()
                        && document.field("data")
                                .filter(ConfigurationJson::isObject)
                                .isPresent()
                ? document.required("data")
                : document;
    }
}
