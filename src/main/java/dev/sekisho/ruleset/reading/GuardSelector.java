package dev.sekisho.ruleset.reading;

import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of a configuration guards the link, and what is known about the link that the configuration does not say.
 *
 * @param names what the request named: "chain" FORWARD, "interface" outside ...
 * @param behind the addresses that lie behind an interface, where known: a condition on the interface then is one on
 *     the source (or, for the interface a packet leaves by, the destination)
 * @param carriesIpv6 the link carries IPv6; see {@link RuleCollector#undecided}
 */
public record GuardSelector(Map<Key, List<String>> names, Map<String, AddressSet> behind, boolean carriesIpv6) {

    /** What can be named; each format says in its documentation which of them it knows. */
    public enum Key {
        TABLE,
        CHAIN,
        FAMILY,
        INTERFACE,
        OUT_INTERFACE,
        DIRECTION,
        ACL,
        VDOM,
        FROM_ZONE,
        TO_ZONE,
        VSYS,
        DEVICE_GROUP,
        GATEWAY,
        OTHER_RULES,
        SECURITY_GROUP,
        NETWORK_ACL,
        SUBNET,
        VPC,
        INSTANCE,
        NSG;

        /** The name as it stands in a request: "outInterface". */
        public String parameter() {
            var words = name().toLowerCase(Locale.ROOT).split("_", -1);
            return words.length == 1
                    ? words[0]
                    : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
        }
    }

    public GuardSelector {
        names = Map.copyOf(names);
        behind = Map.copyOf(behind);
    }

    /** Nothing named: the format's usual place. */
    public static GuardSelector unnamed() {
        return new GuardSelector(Map.of(), Map.of(), false);
    }

    public static GuardSelector chain(String chain) {
        return unnamed().with(Key.CHAIN, chain);
    }

    public static GuardSelector acl(String acl) {
        return unnamed().with(Key.ACL, acl);
    }

    /** Traffic that enters the device by an interface. */
    public static GuardSelector interfaceNamed(String name) {
        return unnamed().with(Key.INTERFACE, name);
    }

    public GuardSelector with(Key key, String... values) {
        var more = new EnumMap<Key, List<String>>(Key.class);
        more.putAll(names);
        more.put(key, List.of(values));
        return new GuardSelector(more, behind, carriesIpv6);
    }

    public GuardSelector withBehind(String interfaceName, AddressSet addresses) {
        var more = new HashMap<>(behind);
        more.put(interfaceName, addresses);
        return new GuardSelector(names, more, carriesIpv6);
    }

    public GuardSelector carryingIpv6() {
        return new GuardSelector(names, behind, true);
    }

    /** What it names, as in the query of a request: "direction=IN&interface=outside"; empty where it names nothing. */
    public String text() {
        return new TreeMap<>(names)
                .entrySet().stream()
                        .map(entry -> entry.getKey().parameter() + "="
                                + String.join(
                                        ",",
                                        entry.getValue().stream()
                                                .map(GuardSelector::escaped)
                                                .toList()))
                        .collect(Collectors.joining("&"));
    }

    /** The guard that names what a text says. */
    public static GuardSelector ofText(String text) {
        var guard = unnamed();
        for (var part : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            var equals = part.indexOf('=');
            var values = Stream.of(part.substring(equals + 1).split(",", -1)).map(GuardSelector::unescaped);
            guard = guard.with(key(part.substring(0, equals)), values.toArray(String[]::new));
        }
        return guard;
    }

    private static Key key(String parameter) {
        return Stream.of(Key.values())
                .filter(key -> key.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    private static String escaped(String value) {
        return value.replace("%", "%25").replace("&", "%26").replace(",", "%2C");
    }

    private static String unescaped(String value) {
        return value.replace("%2C", ",").replace("%26", "&").replace("%25", "%");
    }

    boolean carries(DeclaredFamily family) {
        return family == DeclaredFamily.IPV4 || carriesIpv6;
    }

    public Optional<String> one(Key key) {
        var values = all(key);
        if (values.size() > 1) {
            throw new UnsuitableGuard(key.parameter(), "only one " + key.parameter() + " can be named");
        }
        return values.stream().findFirst();
    }

    public List<String> all(Key key) {
        return names.getOrDefault(key, List.of());
    }

    public Direction direction() {
        return one(Key.DIRECTION).map(GuardSelector::direction).orElse(Direction.IN);
    }

    private static Direction direction(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "IN", "INBOUND", "INGRESS" -> Direction.IN;
            case "OUT", "OUTBOUND", "EGRESS" -> Direction.OUT;
            default -> throw new UnsuitableGuard("direction", "the direction is IN or OUT");
        };
    }
}
