package dev.sekisho.ruleset.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real firewalls whose permitted traffic was bounded by a machine-checked proof: from above and from below. */
class VerifiedSampleTest {

    @ParameterizedTest
    @CsvSource({
        "config_memphis_testbed/iptables-save, config_memphis_testbed/iptables.Ln.FWD, FORWARD",
        "config_random_srv/iptables-save, config_random_srv/iptables.INP.Ln, INPUT",
        "linux.gda.pl/firewallp.txt, linux.gda.pl/firewallp.txt.Ln.FWD, FORWARD",
        "rlworkman.net/iptables-save, rlworkman.net/iptables-save.Ln.INP, INPUT",
        "openvpn.eu/iptables-save, openvpn.eu/iptables-save.Ln.FWD, FORWARD",
    })
    void staysBetweenTheProvenBounds(String configuration, String answers, String chain) throws IOException {
        var rules = Format.IPTABLES_SAVE.read(resource(configuration), guard(chain, answers));
        var upper = listing(resource(answers + ".upper"), chain);
        var lower = listing(resource(answers + ".lower"), chain);

        var packets = packets(rules, upper, lower);

        assertThat(packets).hasSizeGreaterThan(100);
        assertThat(packets)
                .filteredOn(packet -> Verdicts.permits(rules, packet))
                .allMatch(packet -> Verdicts.permits(upper, packet));
        assertThat(packets)
                .filteredOn(packet -> Verdicts.permits(lower, packet))
                .allMatch(packet -> Verdicts.permits(rules, packet));
    }

    @ParameterizedTest
    @CsvSource({"openvpn.eu/iptables-save, openvpn.eu/iptables-save.Ln.FWD, FORWARD"})
    void callsNothingOutsidePermittedForCertainWhenInterfacesAreUnknown(
            String configuration, String answers, String chain) throws IOException {
        var rules = Format.IPTABLES_SAVE.read(resource(configuration), GuardSelector.chain(chain));
        var upper = listing(resource(answers + ".upper"), chain);
        var lower = listing(resource(answers + ".lower"), chain);

        assertThat(packets(rules, upper, lower)).allSatisfy(packet -> {
            var opaque = Verdicts.decider(rules, packet).map(Rule::isOpaque).orElse(false);
            assertThat(opaque || !Verdicts.permits(rules, packet) || Verdicts.permits(upper, packet))
                    .isTrue();
            assertThat(Verdicts.permits(rules, packet) || !Verdicts.permits(lower, packet))
                    .isTrue();
        });
    }

    /** The proof of this one rests on which addresses lie behind which interface. */
    private static GuardSelector guard(String chain, String answers) {
        return answers.startsWith("openvpn")
                ? GuardSelector.chain(chain)
                        .withBehind("eth0", AddressSet.of("192.168.0.0/24"))
                        .withBehind("eth1", AddressSet.of("192.168.2.0/24"))
                : GuardSelector.chain(chain);
    }

    /** Both sides of every bound any of the rule sets names: whatever differs, differs on one of these. */
    private static List<Packet> packets(RuleSet... sets) {
        var rules = Stream.of(sets).flatMap(set -> set.rules().stream()).toList();
        var sources = ends(rules.stream().map(Rule::sources));
        var destinations = ends(rules.stream().map(Rule::destinations));
        var ports = ports(rules);
        var packets = new ArrayList<Packet>();
        for (var source : sources) {
            for (var destination : destinations) {
                packets.add(Packet.icmp(source, destination, 8));
                packets.add(new Packet(source, destination, 47, 0, 0));
                packets.add(new Packet(source, destination, 6, 412, 80));
                ports.forEach(port -> packets.add(Packet.tcp(source, destination, port)));
                ports.forEach(port -> packets.add(Packet.udp(source, destination, port)));
            }
        }
        return packets;
    }

    private static Set<String> ends(Stream<AddressSet> sets) {
        var ends = new LinkedHashSet<String>();
        sets.distinct().map(AddressSet::only4).forEach(set -> {
            ends.addAll(set.isEmpty() ? List.of() : List.of(set.first()));
            var outside = set.complement().only4();
            ends.addAll(outside.isEmpty() ? List.of() : List.of(outside.first()));
            outside.intersect(AddressSet.of("192.168.0.0/16")).cidrs().forEach(cidr -> ends.add(cidr.split("/")[0]));
        });
        return ends;
    }

    private static Set<Integer> ports(List<Rule> rules) {
        var ports = new LinkedHashSet<>(List.of(1, 65535));
        rules.stream()
                .map(Rule::destinationPorts)
                .distinct()
                .filter(set -> !set.isAny())
                .forEach(set -> {
                    ports.add(set.first());
                    ports.add(set.complement()
                            .intersect(PortSet.range(set.first(), 65535))
                            .first());
                });
        return ports;
    }

    /** Reads "iptables -L -n". */
    private static RuleSet listing(String text, String chain) {
        var rules = new ArrayList<Rule>();
        var lines = text.substring(text.indexOf("Chain " + chain))
                .split("\n\n", 2)[0]
                .lines()
                .skip(2)
                .toList();
        for (var line : lines) {
            var words = line.strip().split(" +", 6);
            var rule = Rule.of(words[0].equals("ACCEPT") ? Action.PERMIT : Action.DENY)
                    .over(words[1].equals("all") ? ProtocolSet.ANY : ProtocolSet.parse(words[1]))
                    .from(words[3])
                    .to(words[4]);
            rules.add(words.length < 6 ? rule : withPorts(rule, words[5]));
        }
        return new RuleSet(rules, Action.PERMIT, List.of());
    }

    private static Rule withPorts(Rule rule, String condition) {
        var ports = PortSet.of(condition
                .substring(condition.lastIndexOf(
                                ':', condition.indexOf("s:") > 0 ? condition.indexOf("s:") + 1 : condition.length())
                        + 1)
                .replace(':', '-'));
        return condition.contains("spt") ? rule.sourcePorts(ports) : rule.ports(ports);
    }

    private static String resource(String name) throws IOException {
        try (var stream = VerifiedSampleTest.class.getResourceAsStream("/firewall/iptables-verified-sample/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
