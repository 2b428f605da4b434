package dev.sekisho.ruleset.netfilter;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.netfilter.ChainRule.InterfaceCondition;
import dev.sekisho.ruleset.reading.AddressReader;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.ServiceNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the matches of one nft rule demand; every further one narrows it. */
final class NftCondition {

    /** Why a rule about the next header matches fewer packets than those of its protocols. */
    static final String BEHIND_EXTENSION = "an extension header may stand before the protocol";

    private static final ProtocolSet EXTENSIONS = ProtocolSet.of("0", "43", "44", "51", "60", "135", "139", "140");
    private static final Set<String> EQUALITIES = Set.of("==", "in");
    private static final Set<String> NEGATIONS = Set.of("!=", "!");
    private static final Set<String> ORDERS = Set.of("<", ">", "<=", ">=");

    final List<InterfaceCondition> in = new ArrayList<>();
    final List<InterfaceCondition> out = new ArrayList<>();
    final List<String> doubts = new ArrayList<>();
    List<RuleMatch> matches = List.of(RuleMatch.ANY);
    Tracking tracking = Tracking.ALL;
    private final NftValues values;

    NftCondition(NftValues values) {
        this.values = values;
    }

    NftCondition copy() {
        var copy = new NftCondition(values);
        copy.in.addAll(in);
        copy.out.addAll(out);
        copy.doubts.addAll(doubts);
        copy.matches = matches;
        copy.tracking = tracking;
        return copy;
    }

    /** {@code {"op": "==", "left": ..., "right": ...}}: what it leaves, one condition for each way through the device. */
    List<NftCondition> match(ConfigurationJson match) {
        var operator = match.text("op").orElse("==");
        var left = match.required("left");
        var right = match.required("right");
        if (!NftValues.isLiteral(right)) {
            doubts.add("compares " + Redaction.value(key(left)) + " with what is no constant");
            return List.of(this);
        }
        if (NftFlags.areAsked(left)) {
            narrow(
                    new NftFlags(values).hold(left, right, operator)
                            ? RuleMatch.ANY.over(ProtocolSet.TCP)
                            : RuleMatch.NONE);
            return List.of(this);
        }
        if (isMaskedAddress(left)) {
            masked(left, right, operator);
            return List.of(this);
        }
        var elements = values.elements(right);
        if (!elements.doubts().isEmpty()) {
            // members that come and go: tomorrow's may be any
            doubts.addAll(elements.doubts());
            return List.of(this);
        }
        if (isConcatenation(left)) {
            return concatenation(left, elements.set(), operator);
        }
        meet(left, elements.set(), operator);
        return List.of(this);
    }

    private static boolean isMaskedAddress(ConfigurationJson left) {
        return left.isObject()
                && left.field("&")
                        .filter(ConfigurationJson::isArray)
                        .filter(both -> Set.of("ip saddr", "ip daddr")
                                .contains(key(both.items().get(0))))
                        .isPresent();
    }

    private void masked(ConfigurationJson left, ConfigurationJson right, String operator) {
        var both = left.required("&").items();
        try {
            var set = sign(
                    NEGATIONS.contains(operator),
                    AddressReader.masked(right.text(), both.get(1).text()));
            narrow(key(both.get(0)).equals("ip saddr") ? RuleMatch.ANY4.from(set) : RuleMatch.ANY4.to(set));
        } catch (IllegalArgumentException e) {
            doubts.add("depends on a mask of addresses");
        }
    }

    private static boolean isConcatenation(ConfigurationJson left) {
        return left.isObject() && left.fields().containsKey("concat");
    }

    /** Demands one element of a set or map whose keys are of one field or of several at once. */
    void meetKey(ConfigurationJson left, ConfigurationJson element) {
        if (!isConcatenation(left)) {
            meet(left, List.of(element), "==");
            return;
        }
        var fields = left.required("concat").items();
        var parts = NftValues.plain(element).required("concat").items();
        element.require(parts.size() == fields.size(), "an element gives a value for every field");
        for (int i = 0; i < parts.size(); i++) {
            meet(fields.get(i), List.of(parts.get(i)), "==");
        }
    }

    /** Demands that the left side equals one of the elements, or, by the operator, none, less, more ... */
    private void meet(ConfigurationJson left, List<ConfigurationJson> elements, String operator) {
        var not = NEGATIONS.contains(operator);
        var ordered = ORDERS.contains(operator);
        if (!not && !EQUALITIES.contains(operator) && !(ordered && key(left).endsWith("port"))) {
            doubts.add("compares " + Redaction.value(key(left)));
            return;
        }
        if (not && elements.stream().anyMatch(NftValues::isReversed)) {
            doubts.add("is about what is not in a range that ends before it begins");
            return;
        }
        switch (key(left)) {
            case "ip saddr", "ip6 saddr" -> narrow(family(left).from(sign(not, addresses(elements))));
            case "ip daddr", "ip6 daddr" -> narrow(family(left).to(sign(not, addresses(elements))));
            case "ip6 nexthdr" -> nextHeader(left, elements, not);
            case "ip protocol", "meta l4proto" -> protocols(left, elements, not);
            case "tcp sport", "udp sport", "th sport", "sctp sport", "udplite sport", "dccp sport" ->
                narrow(transport(left).fromPorts(ports(left, elements, operator, ordered)));
            case "tcp dport", "udp dport", "th dport", "sctp dport", "udplite dport", "dccp dport" ->
                narrow(transport(left).toPorts(ports(left, elements, operator, ordered)));
            case "icmp type" -> types(elements, ProtocolSet.ICMP, not);
            case "icmpv6 type" -> types(elements, ProtocolSet.ICMPV6, not);
            case "meta nfproto", "meta protocol" -> families(elements, not);
            case "meta iifname", "meta iif" -> in.add(interfaces(elements, not));
            case "meta oifname", "meta oif" -> out.add(interfaces(elements, not));
            case "ct state" -> state(elements, not);
            default -> doubts.add("depends on " + Redaction.value(key(left)));
        }
    }

    /** Several fields at once, each element giving a value for each of them. */
    private List<NftCondition> concatenation(
            ConfigurationJson left, List<ConfigurationJson> elements, String operator) {
        var alternatives = new LinkedHashMap<Way, NftCondition>();
        for (var element : elements) {
            var one = new NftCondition(values);
            one.meetKey(left, element);
            alternatives.merge(one.way(), one, NftCondition::or);
        }
        if (EQUALITIES.contains(operator)) {
            return alternatives.values().stream().map(this::and).toList();
        }
        exclude(alternatives.values());
        return List.of(this);
    }

    /** Everything of a condition but its matches. */
    private record Way(
            List<InterfaceCondition> in, List<InterfaceCondition> out, List<String> doubts, Tracking tracking) {}

    private Way way() {
        return new Way(List.copyOf(in), List.copyOf(out), List.copyOf(doubts), tracking);
    }

    /** Either of two conditions that differ in their matches only. */
    private NftCondition or(NftCondition other) {
        var either = copy();
        either.matches = Stream.concat(matches.stream(), other.matches.stream()).toList();
        return either;
    }

    NftCondition and(NftCondition other) {
        var both = copy();
        both.in.addAll(other.in);
        both.out.addAll(other.out);
        both.doubts.addAll(other.doubts);
        both.tracking = tracking.and(other.tracking);
        both.matches = matches.stream()
                .flatMap(match -> other.matches.stream().map(match::and))
                .filter(match -> !match.isEmpty())
                .toList();
        return both;
    }

    /** Demands that none of these holds. */
    void exclude(Collection<NftCondition> others) {
        for (var other : others) {
            var noWay = other.in.isEmpty() && other.out.isEmpty();
            var all = other.matches.equals(List.of(RuleMatch.ANY));
            if (other.tracking == Tracking.NONE) {
                continue;
            }
            if (!other.doubts.isEmpty()) {
                doubts.add("matches only what others leave");
            } else if (other.tracking == Tracking.ALL && noWay) {
                other.matches.forEach(this::exclude);
            } else if (other.tracking == Tracking.ALL && all && other.in.size() + other.out.size() == 1) {
                other.in.forEach(way -> in.add(way.negation()));
                other.out.forEach(way -> out.add(way.negation()));
            } else if (noWay && all) {
                tracking = tracking.and(other.tracking.negation());
            } else {
                doubts.add("matches only what others leave");
            }
        }
    }

    private void exclude(RuleMatch excluded) {
        matches = matches.stream()
                .flatMap(match -> match.minus(excluded).stream())
                .toList();
    }

    private void narrow(RuleMatch narrower) {
        matches = matches.stream()
                .map(narrower::and)
                .filter(match -> !match.isEmpty())
                .toList();
    }

    private static RuleMatch family(ConfigurationJson left) {
        return key(left).startsWith("ip6") ? RuleMatch.ANY6 : RuleMatch.ANY4;
    }

    private static RuleMatch transport(ConfigurationJson left) {
        var name = key(left).split(" ")[0];
        return RuleMatch.ANY.over(
                name.equals("th")
                        ? RuleMatch.PORTED
                        : ProtocolSet.of(ServiceNames.protocol(name).orElseThrow()));
    }

    private static AddressSet addresses(List<ConfigurationJson> elements) {
        return AddressSet.union(elements.stream().map(NftValues::address).toList());
    }

    private static AddressSet sign(boolean not, AddressSet set) {
        return not ? set.complement() : set;
    }

    /** What follows the first header may be another header, with the protocol behind it. */
    private void nextHeader(ConfigurationJson left, List<ConfigurationJson> elements, boolean not) {
        var named = elements.stream().map(NftValues::protocol).reduce(ProtocolSet.NONE, ProtocolSet::union);
        if (not || named.intersects(EXTENSIONS)) {
            doubts.add("depends on extension headers");
            narrow(RuleMatch.ANY6);
        } else {
            doubts.add(BEHIND_EXTENSION);
            protocols(left, elements, false);
        }
    }

    private void protocols(ConfigurationJson left, List<ConfigurationJson> elements, boolean not) {
        var set = elements.stream().map(NftValues::protocol).reduce(ProtocolSet.NONE, ProtocolSet::union);
        var family = key(left).equals("meta l4proto") ? RuleMatch.ANY : family(left);
        narrow(family.over(not ? set.complement() : set));
    }

    private static PortSet ports(
            ConfigurationJson left, List<ConfigurationJson> elements, String operator, boolean ordered) {
        var protocols = transport(left).protocols();
        var set = elements.stream().map(one -> NftValues.port(one, protocols)).reduce(PortSet.NONE, PortSet::union);
        if (!ordered) {
            return operator.equals("!=") ? set.complement() : set;
        }
        var bound = set.first();
        var below = bound == 0 ? PortSet.NONE : PortSet.range(0, bound - 1);
        return switch (operator) {
            case "<" -> below;
            case ">=" -> below.complement();
            case "<=" -> below.union(set);
            default -> below.union(set).complement();
        };
    }

    private void types(List<ConfigurationJson> elements, ProtocolSet protocol, boolean not) {
        var types = IcmpTypeSet.NONE;
        for (var element : elements) {
            types = types.union(NftValues.type(element, protocol.equals(ProtocolSet.ICMPV6)));
        }
        narrow(RuleMatch.ANY.over(protocol).types(not ? types.complement() : types));
    }

    private void families(List<ConfigurationJson> elements, boolean not) {
        var words = NftValues.words(elements);
        var four = words.contains("ipv4") || words.contains("ip");
        var six = words.contains("ipv6") || words.contains("ip6");
        narrow(
                four != not && six != not
                        ? RuleMatch.ANY
                        : four != not ? RuleMatch.ANY4 : six != not ? RuleMatch.ANY6 : RuleMatch.NONE);
    }

    private static InterfaceCondition interfaces(List<ConfigurationJson> elements, boolean not) {
        var names = elements.stream()
                .map(NftValues::plain)
                .map(json -> json.word().endsWith("*") ? json.word().replaceAll("\\*$", "+") : json.word())
                .toList();
        return new InterfaceCondition(names, not);
    }

    /** Only what a packet that opens a connection can be counts. */
    private void state(List<ConfigurationJson> elements, boolean not) {
        var states = NftValues.words(elements);
        var taken = Tracking.of(states.contains("new"), states.contains("untracked"));
        tracking = tracking.and(not ? taken.negation() : taken);
    }

    /** "ip saddr", "meta iifname", "ct state"; what is none of them is named by its kind. */
    static String key(ConfigurationJson left) {
        if (!left.isObject()) {
            return "a constant";
        }
        var payload = left.field("payload");
        if (payload.isPresent() && payload.get().field("field").isPresent()) {
            return payload.get().required("protocol").text() + " "
                    + payload.get().required("field").text();
        }
        return Optional.<String>empty()
                .or(() -> left.field("meta")
                        .map(meta -> "meta " + meta.required("key").text()))
                .or(() -> left.field("ct").map(ct -> "ct " + ct.required("key").text()))
                .orElseGet(() -> left.fields().keySet().stream()
                        .findFirst()
                        .orElse("nothing")
                        .toLowerCase(Locale.ROOT));
    }
}
