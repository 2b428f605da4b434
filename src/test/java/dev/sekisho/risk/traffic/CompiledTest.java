package dev.sekisho.risk.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.RuleWalk;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.AddressText;
import dev.sekisho.risk.traffic.set.Family;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rule sets large enough that every table inside has to grow. */
class CompiledTest {

    private static final Random CHANCE = new Random(2020_10_07);
    private static final RuleSet CROWDED = crowded(400);
    private static final Compiled COMPILED = Compiled.of(Family.FOUR, CROWDED, List.of());

    @Test
    void decidesAsTheWalkDoes() {
        var walk = new RuleWalk(CROWDED);

        assertThat(packets(3000))
                .allMatch(
                        packet -> COMPILED.decide(packet) == walk.decide(packet).action());
    }

    @Test
    void findsOnlyPacketsThatTheWalkConfirms() {
        var walk = new RuleWalk(CROWDED);

        assertThat(CROWDED.rules()).allMatch(rule -> {
            var permitted = COMPILED.find(rule, Compiled.PERMITTED);
            var denied = COMPILED.find(rule, Compiled.DENIED);
            return (permitted == null
                            || RuleWalk.matches(rule, permitted)
                                    && walk.decide(permitted).action() == Action.PERMIT)
                    && (denied == null
                            || RuleWalk.matches(rule, denied)
                                    && walk.decide(denied).action() == Action.DENY)
                    && (permitted != null || denied != null);
        });
    }

    @Test
    void countsAsTheSecondMethodDoes() {
        var few = CROWDED.with(CROWDED.rules().subList(0, 60));
        var sources = AddressSet.of("198.51.100.0/25");
        var space = AddressSet.of("10.9.0.0/26");

        var open = Compiled.of(Family.FOUR, few, List.of()).fromSome(sources);

        assertThat(new Counting(open.diagram(), space.four()).of(open))
                .isEqualTo(CubeList.count(CubeList.permitted(few, AddressSet.ANY4), sources, space))
                .isGreaterThan(BigInteger.ONE);
    }

    @Test
    void writesItselfAsRulesThatPermitTheSame() {
        var few = CROWDED.with(CROWDED.rules().subList(0, 40));
        var boxes = Boxes.of(Compiled.of(Family.FOUR, few, List.of()), 100_000);

        var rewritten = RuleSet.of(boxes.toArray(Rule[]::new));

        assertThat(TrafficDiff.between(few, rewritten).added()).isEmpty();
        assertThat(TrafficDiff.between(few, rewritten).removed())
                .noneMatch(removed -> !AddressText.isSix(removed.packet().source()));
    }

    @Test
    void refusesMoreRulesThanAnyFirewallHolds() {
        var endless = new RuleSet(Collections.nCopies(Compiled.MOST_RULES + 1, Rule.permit()), Action.DENY, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Compiled.of(Family.FOUR, endless, List.of()))
                .withMessageContaining("More than 100000 rules");
    }

    private static RuleSet crowded(int size) {
        var rules = new ArrayList<Rule>();
        for (int i = 1; i <= size; i++) {
            var rule = CHANCE.nextInt(4) == 0 ? Rule.deny() : Rule.permit();
            rule = rule.from(block("198.51.100.")).to(block("10.9.0."));
            var port = CHANCE.nextInt(40);
            rules.add(
                    switch (CHANCE.nextInt(6)) {
                        case 0 -> rule.udp(port + "-" + (port + CHANCE.nextInt(20)));
                        case 1 -> rule.icmp("" + port);
                        case 2 -> rule.over(ProtocolSet.of("" + port));
                        case 3 -> rule.tcp("" + port).sourcePorts(PortSet.range(port, 65535));
                        default -> rule.tcp("" + port, "" + CHANCE.nextInt(40));
                    });
        }
        return new RuleSet(rules, Action.DENY, List.of());
    }

    private static String block(String net) {
        var first = CHANCE.nextInt(64);
        return net + first + "-" + net + (first + CHANCE.nextInt(64));
    }

    private static List<Packet> packets(int count) {
        var packets = new ArrayList<Packet>();
        for (int i = 0; i < count; i++) {
            var from = "198.51.100." + CHANCE.nextInt(128);
            var to = "10.9.0." + CHANCE.nextInt(128);
            packets.add(
                    switch (CHANCE.nextInt(4)) {
                        case 0 -> Packet.udp(from, to, CHANCE.nextInt(60));
                        case 1 -> Packet.icmp(from, to, CHANCE.nextInt(60));
                        case 2 -> new Packet(from, to, 6, CHANCE.nextInt(60), CHANCE.nextInt(40));
                        default -> Packet.tcp(from, to, CHANCE.nextInt(40));
                    });
        }
        return packets;
    }
}
