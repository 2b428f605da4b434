package dev.sekisho.risk.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes a rule set as iptables-restore and ip6tables-restore read it. */
public final class Iptables {

    /** What one "multiport" match takes; a range counts as two. */
    private static final int MOST_PORTS = 15;

    private static final int MOST_LINES = 100_000;
    private static final String REPLIES = "-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT";

    private final String chain;
    private final Family family;
    private final List<String> lines = new ArrayList<>();

    private Iptables(String chain, Family family) {
        this.chain = chain;
        this.family = family;
    }

    /** The IPv4 rules of a built-in chain, replies to permitted traffic included. */
    public static String four(RuleSet rules, String chain) {
        return new Iptables(chain, Family.FOUR).write(rules);
    }

    public static String six(RuleSet rules, String chain) {
        return new Iptables(chain, Family.SIX).write(rules);
    }

    private String write(RuleSet rules) {
        lines.add("*filter");
        lines.add(":" + chain + " " + (rules.defaultAction() == Action.PERMIT ? "ACCEPT" : "DROP") + " [0:0]");
        append(REPLIES);
        rules.rules().forEach(this::append);
        lines.add("COMMIT");
        return String.join("\n", lines) + "\n";
    }

    private void append(Rule rule) {
        var target = rule.effect() == Action.PERMIT ? "-j ACCEPT" : "-j DROP";
        for (var cube : Cube.of(rule, family)) {
            for (var source : addresses("-s ", cube.sources())) {
                for (var destination : addresses("-d ", cube.destinations())) {
                    for (var match : matches(cube)) {
                        append(Stream.of(source, destination, match, target)
                                .filter(part -> !part.isEmpty())
                                .reduce((a, b) -> a + " " + b)
                                .orElseThrow());
                    }
                }
            }
        }
    }

    private void append(String line) {
        if (lines.size() == MOST_LINES) {
            throw new TooComplexException("lines", MOST_LINES);
        }
        lines.add("-A " + chain + " " + line);
    }

    private List<String> addresses(String option, Intervals<?> addresses) {
        var set = family.set(addresses);
        return addresses.count().equals(family.size())
                ? List.of("")
                : set.cidrs().stream().map(cidr -> option + cidr).toList();
    }

    private List<String> matches(Cube cube) {
        var protocols = ProtocolSet.NONE.with(cube.protocols());
        if (protocols.isAny()) {
            return List.of("");
        }
        return protocols
                .numbers()
                .filter(this::canBeNamed)
                .boxed()
                .flatMap(protocol -> matches(protocol, cube))
                .toList();
    }

    /** Number 0 would mean any protocol; messages of the other family are carried by no packet here. */
    private boolean canBeNamed(int protocol) {
        return protocol != 0 && protocol != (family == Family.FOUR ? 58 : 1);
    }

    private Stream<String> matches(int protocol, Cube cube) {
        var name = "-p " + (protocol == 58 ? "ipv6-icmp" : ProtocolSet.name(protocol));
        if (ProtocolSet.ICMPS.contains(protocol)) {
            return types(protocol, cube).map(type -> name + type);
        }
        return ports(" -m multiport --sports ", cube.sourcePorts())
                .flatMap(
                        source -> ports(" -m multiport --dports ", cube.ports()).map(target -> name + source + target));
    }

    private static Stream<String> types(int protocol, Cube cube) {
        var types = IcmpTypeSet.NONE.with(cube.ports().intersect(IcmpTypeSet.ANY.intervals()));
        var option = protocol == 58 ? " --icmpv6-type " : " --icmp-type ";
        return types.isAny() ? Stream.of("") : types.numbers().mapToObj(type -> option + type);
    }

    private static Stream<String> ports(String option, LongIntervals ports) {
        var set = PortSet.NONE.with(ports);
        if (set.isAny()) {
            return Stream.of("");
        }
        var groups = new ArrayList<List<String>>();
        var left = 0;
        for (var text : set.texts()) {
            var cost = text.indexOf('-') < 0 ? 1 : 2;
            if (left < cost) {
                groups.add(new ArrayList<>());
                left = MOST_PORTS;
            }
            left -= cost;
            groups.get(groups.size() - 1).add(text.replace('-', ':'));
        }
        return groups.stream().map(group -> option + String.join(",", group));
    }
}
