package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.AddressText;
import dev.sekisho.risk.traffic.set.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one large rule set, a thousand small ones and a single packet take. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class TrafficBenchmark {

    private static final Boundary LINK =
            new Boundary(AddressSet.of("172.0.0.0/8"), AddressSet.of("10.1.0.0/16"), AddressSet.of("10.0.0.0/8"));
    private static final List<Flow> APPROVED = List.of(Flow.tcp("172.0.0.0/8", "10.1.2.0/24", "443"));
    private static final Packet PACKET = Packet.tcp("172.1.2.3", "10.200.2.3", 4444);

    /** GROUPS: each rule names several blocks; CROSSING: half the rules name only sources, half only destinations. */
    public enum Kind {
        PAIRS,
        GROUPS,
        CROSSING
    }

    @Param
    public Kind kind;

    private RuleSet large;
    private List<RuleSet> small;
    private Traffic compiled;

    @Setup
    public void write() {
        large = rules(5000, 7);
        small = IntStream.range(0, 1000).mapToObj(seed -> rules(100, seed)).toList();
        compiled = Traffic.of(large);
    }

    @Benchmark
    public TrafficSummary measureFiveThousandRules() {
        return TrafficSummary.measure(large, LINK, APPROVED);
    }

    @Benchmark
    public double measureAThousandLinks() {
        return small.parallelStream()
                .mapToDouble(
                        rules -> TrafficSummary.measure(rules, LINK, APPROVED).openness())
                .sum();
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Decision decideAPacket() {
        return compiled.decide(PACKET);
    }

    private RuleSet rules(int size, int seed) {
        var chance = new Random(seed);
        var rules = new ArrayList<Rule>();
        for (int line = 1; line <= size; line++) {
            var rule = chance.nextInt(10) == 0 ? Rule.deny() : Rule.permit();
            rules.add(service(sides(rule, chance), chance).at(line, "line " + line));
        }
        return new RuleSet(rules, Action.DENY, List.of());
    }

    private Rule sides(Rule rule, Random chance) {
        return switch (kind) {
            case PAIRS -> rule.from(block(172, chance)).to(block(10, chance));
            case GROUPS -> rule.from(blocks(172, chance)).to(blocks(10, chance));
            case CROSSING -> chance.nextBoolean() ? rule.from(block(172, chance)) : rule.to(block(10, chance));
        };
    }

    private static Rule service(Rule rule, Random chance) {
        var first = chance.nextInt(60000);
        return switch (chance.nextInt(10)) {
            case 0 -> rule;
            case 1 -> rule.udp("" + first);
            case 2 -> rule.tcp(first + "-" + (first + chance.nextInt(5000)));
            case 3 -> rule.tcp("" + first).sourcePorts(PortSet.range(1024, 65535));
            default -> rule.tcp(List.of("443", "80", "22", "3389", "445", "53").get(chance.nextInt(6)));
        };
    }

    private static String[] blocks(int net, Random chance) {
        return IntStream.rangeClosed(0, chance.nextInt(8))
                .mapToObj(i -> block(net, chance))
                .toArray(String[]::new);
    }

    private static String block(int net, Random chance) {
        var prefix = List.of(32, 32, 24, 24, 28, 16).get(chance.nextInt(6));
        var address = (long) net << 24 | chance.nextInt(1 << 24);
        return AddressText.write4(address & 0xffffffffL << 32 - prefix & 0xffffffffL) + "/" + prefix;
    }
}
