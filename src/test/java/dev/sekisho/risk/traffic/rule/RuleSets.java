package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.IcmpTypeSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Rule sets over a universe of a few addresses and ports, small enough to try every packet that can differ. */
public final class RuleSets extends DomainContextBase {

    private static final List<String> HOSTS4 = List.of("10.0.0.0", "10.0.0.1", "192.0.2.1");
    private static final List<String> HOSTS6 = List.of("2001:db8::", "2001:db8::1", "2001:dead::1");
    private static final List<Packet> PACKETS =
            Stream.of(HOSTS4, HOSTS6).flatMap(RuleSets::between).toList();

    /** One packet of every kind that the rules generated here can tell apart. */
    public static List<Packet> packets() {
        return PACKETS;
    }

    private static Stream<Packet> between(List<String> hosts) {
        return hosts.stream().flatMap(from -> hosts.stream().flatMap(to -> between(from, to)));
    }

    private static Stream<Packet> between(String from, String to) {
        var packets = new ArrayList<Packet>();
        for (int port : new int[] {0, 1, 2, 3, 4, 65535}) {
            for (int protocol : new int[] {6, 17, 132}) {
                packets.add(new Packet(from, to, protocol, 1, port));
                packets.add(new Packet(from, to, protocol, 40000, port));
            }
        }
        for (int type = 0; type < 4; type++) {
            packets.add(new Packet(from, to, 1, 0, type));
            packets.add(new Packet(from, to, 58, 0, type));
        }
        packets.add(new Packet(from, to, 8, 0, 0));
        packets.add(new Packet(from, to, 47, 0, 0));
        packets.add(new Packet(from, to, 99, 0, 0));
        return packets.stream();
    }

    @Provide
    Arbitrary<RuleSet> ruleSets() {
        return Combinators.combine(rules().list().ofMaxSize(7), Arbitraries.of(Action.class))
                .as((rules, action) -> {
                    var numbered = new ArrayList<Rule>();
                    for (var rule : rules) {
                        numbered.add(rule.at(numbered.size() + 1, "rule " + (numbered.size() + 1)));
                    }
                    return new RuleSet(numbered, action, List.of());
                });
    }

    @Provide
    Arbitrary<Rule> rules() {
        return Combinators.combine(Arbitraries.of(Action.class), addresses(), addresses(), protocols(), narrowings())
                .as((action, from, to, protocols, narrowing) ->
                        narrowing.apply(Rule.of(action).from(from).to(to).over(protocols)));
    }

    @Provide
    public Arbitrary<Flow> flows() {
        return Combinators.combine(addresses(), addresses(), protocols(), ports())
                .as(Flow::new);
    }

    @Provide
    Arbitrary<AddressSet> addresses() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(AddressSet.ANY)),
                Tuple.of(
                        7,
                        Arbitraries.of(
                                        "10.0.0.0/30",
                                        "10.0.0.0",
                                        "10.0.0.1-10.0.0.3",
                                        "0.0.0.0/0",
                                        "2001:db8::/126",
                                        "2001:db8::",
                                        "2001:db8::1-2001:db8::3",
                                        "::/0")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3)
                                .map(AddressSet::parse)));
    }

    @Provide
    Arbitrary<PortSet> ports() {
        return Arbitraries.oneOf(
                Arbitraries.just(PortSet.ANY),
                Arbitraries.of("0", "1", "2", "1-2", "2-3", "3-65535", "65535")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(PortSet::parse));
    }

    private Arbitrary<ProtocolSet> protocols() {
        return Arbitraries.oneOf(
                Arbitraries.just(ProtocolSet.ANY),
                Arbitraries.of("tcp", "udp", "icmp", "47", "icmpv6", "6-17")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(ProtocolSet::parse));
    }

    private Arbitrary<Narrowing> narrowings() {
        return Arbitraries.oneOf(
                Arbitraries.just((Narrowing) rule -> rule),
                ports().map(ports -> (Narrowing) rule -> rule.ports(ports)),
                ports().map(ports -> (Narrowing) rule -> rule.ports(ports).sourcePorts(PortSet.of("1024-65535"))),
                Arbitraries.of("0", "1-2", "3-255").map(types -> (Narrowing) rule -> rule.types(IcmpTypeSet.of(types))),
                ports().map(ports -> (Narrowing) rule -> rule.ports(ports).types(IcmpTypeSet.of("2"))));
    }

    private interface Narrowing {
        Rule apply(Rule rule);
    }
}
