package dev.sekisho.firewall.reader;

import dev.sekisho.firewall.reader.ChainRule.InterfaceCondition;
import dev.sekisho.risk.traffic.AddressSet;
import dev.sekisho.risk.traffic.IcmpTypeSet;
import dev.sekisho.risk.traffic.PortSet;
import dev.sekisho.risk.traffic.ProtocolSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the matches of one nft rule demand; every further one narrows it. */
final class NftCondition {

    final List<InterfaceCondition> in = new ArrayList<>();
    final List<InterfaceCondition> out = new ArrayList<>();
    final List<String> doubts = new ArrayList<>();
    List<Match> matches = List.of(Match.ANY);
    boolean untracked;
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
        copy.untracked = untracked;
        return copy;
    }

    /** {@code {"op": "==", "left": ..., "right": ...}}. */
    void match(Json match) {
        var operator = match.text("op").orElse("==");
        var left = match.required("left");
        var right = match.required("right");
        if (isFlags(left)) {
            flags(left, right, operator);
        } else if (left.isObject() && left.fields().containsKey("concat")) {
            concatenation(left.required("concat").items(), right, operator);
        } else {
            var elements = values.elements(right);
            doubts.addAll(elements.doubts());
            // members that come and go: tomorrow's may be any
            if (elements.doubts().isEmpty()) {
                meet(left, elements.set(), operator);
            }
        }
    }

    /** Demands that the left side equals one of the elements, or, by the operator, none, less, more ... */
    void meet(Json left, List<Json> elements, String operator) {
        var not = operator.equals("!=");
        var ordered = List.of("<", ">", "<=", ">=").contains(operator);
        switch (key(left)) {
            case "ip saddr", "ip6 saddr" -> narrow(family(left).from(sign(not, addresses(elements))));
            case "ip daddr", "ip6 daddr" -> narrow(family(left).to(sign(not, addresses(elements))));
            case "ip protocol", "ip6 nexthdr", "meta l4proto" -> protocols(left, elements, not);
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
    private void concatenation(List<Json> fields, Json right, String operator) {
        var elements = values.elements(right);
        doubts.addAll(elements.doubts());
        if (!operator.equals("==") || !elements.doubts().isEmpty()) {
            doubts.add("depends on several fields at once");
            return;
        }
        var alternatives = new ArrayList<Match>();
        for (var element : elements.set()) {
            var one = new NftCondition(values);
            var parts = NftValues.plain(element).required("concat").items();
            element.require(parts.size() == fields.size(), "an element gives a value for every field");
            for (int i = 0; i < parts.size(); i++) {
                one.meet(fields.get(i), List.of(parts.get(i)), "==");
            }
            if (!one.in.isEmpty() || !one.out.isEmpty()) {
                one.doubts.add("depends on interfaces together with other fields");
            }
            doubts.addAll(one.doubts);
            alternatives.addAll(one.matches);
        }
        matches = matches.stream()
                .flatMap(match -> alternatives.stream().map(match::and))
                .filter(match -> !match.isEmpty())
                .toList();
    }

    private void narrow(Match narrower) {
        matches = matches.stream()
                .map(narrower::and)
                .filter(match -> !match.isEmpty())
                .toList();
    }

    private static Match family(Json left) {
        return key(left).startsWith("ip6") ? Match.ANY6 : Match.ANY4;
    }

    private static Match transport(Json left) {
        var name = key(left).split(" ")[0];
        return Match.ANY.over(
                name.equals("th")
                        ? Match.PORTED
                        : ProtocolSet.of(Names.protocol(name).orElseThrow()));
    }

    private static AddressSet addresses(List<Json> elements) {
        return AddressSet.union(elements.stream().map(NftValues::address).toList());
    }

    private static AddressSet sign(boolean not, AddressSet set) {
        return not ? set.complement() : set;
    }

    private void protocols(Json left, List<Json> elements, boolean not) {
        var set = elements.stream().map(NftValues::protocol).reduce(ProtocolSet.NONE, ProtocolSet::union);
        var family = key(left).equals("meta l4proto") ? Match.ANY : family(left);
        narrow(family.over(not ? set.complement() : set));
    }

    private static PortSet ports(Json left, List<Json> elements, String operator, boolean ordered) {
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

    private void types(List<Json> elements, ProtocolSet protocol, boolean not) {
        var types = IcmpTypeSet.NONE;
        for (var element : elements) {
            types = types.union(NftValues.type(element, protocol.equals(ProtocolSet.ICMPV6)));
        }
        narrow(Match.ANY.over(protocol).types(not ? types.complement() : types));
    }

    private void families(List<Json> elements, boolean not) {
        var words = NftValues.words(elements);
        var four = words.contains("ipv4") || words.contains("ip");
        var six = words.contains("ipv6") || words.contains("ip6");
        narrow(four != not && six != not ? Match.ANY : four != not ? Match.ANY4 : six != not ? Match.ANY6 : Match.NONE);
    }

    private static InterfaceCondition interfaces(List<Json> elements, boolean not) {
        var names = elements.stream()
                .map(NftValues::plain)
                .map(json -> json.word().endsWith("*") ? json.word().replaceAll("\\*$", "+") : json.word())
                .toList();
        return new InterfaceCondition(names, not);
    }

    /** Only what a packet that opens a connection can be counts. */
    private void state(List<Json> elements, boolean not) {
        var states = new HashSet<>(NftValues.words(elements));
        if (states.contains("new")) {
            narrow(not ? Match.NONE : Match.ANY);
        } else if (states.contains("untracked") && !not) {
            untracked = true;
        } else {
            narrow(not ? Match.ANY : Match.NONE);
        }
    }

    private static boolean isFlags(Json left) {
        return key(left).equals("tcp flags")
                || left.isObject()
                        && left.field("&")
                                .filter(Json::isArray)
                                .filter(both -> key(both.items().get(0)).equals("tcp flags"))
                                .isPresent();
    }

    /** A TCP packet that opens a connection has SYN set and nothing else. */
    private void flags(Json left, Json right, String operator) {
        var mask = left.field("&")
                .map(both -> NftValues.words(
                        values.elements(flagsOf(both.items().get(1))).set()));
        var set = NftValues.words(values.elements(flagsOf(right)).set());
        var seen = mask.isEmpty() || mask.get().contains("syn") ? List.of("syn") : List.<String>of();
        var holds = operator.equals("in") ? set.contains("syn") : new HashSet<>(set).equals(new HashSet<>(seen));
        narrow(holds != operator.equals("!=") ? Match.ANY.over(ProtocolSet.TCP) : Match.NONE);
    }

    /** Flags are a name, a list, or names joined by "|". */
    private static Json flagsOf(Json json) {
        return json.isObject() ? json.field("|").orElse(json) : json;
    }

    /** "ip saddr", "meta iifname", "ct state"; what is none of them is named by its kind. */
    static String key(Json left) {
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
