package dev.sekisho.ruleset.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.evaluator.NftModel.Outcome;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.GuardSelector;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws machines with nftables, writes their configuration and holds what is read of it against the machine. */
class NftEvaluatorTest {

    private static final int DEVICES = 150;
    private static final int PACKETS = 20;

    @ParameterizedTest
    @CsvSource({"false, false, 1", "true, false, 2", "false, true, 3", "true, true, 4"})
    void neverCallsClosedWhatTheMachineLetsPass(boolean doubts, boolean translates, long seed) {
        var random = new Random(seed);
        var guard = GuardSelector.interfaceNamed("eth0").carryingIpv6();
        for (int i = 0; i < DEVICES; i++) {
            var device = new NftDevice(random, doubts, translates);
            var text = NftText.of(device, random);
            check(device, text, Format.NFTABLES_JSON.read(text, guard), random);
        }
    }

    private static void check(NftDevice device, String text, RuleSet rules, Random random) {
        for (int i = 0; i < PACKETS; i++) {
            var packet = NftModel.packet(random);
            for (var six : new boolean[] {false, true}) {
                var outcomes = device.meet(packet, six);
                var seen = NftSight.of(rules, packet, six);
                if (outcomes.contains(Outcome.ACCEPT)) {
                    assertThat(seen.open())
                            .as("%s six %s%n%s%n%s", packet, six, text, rules)
                            .isTrue();
                } else if (!device.doubts && device.nat.isEmpty()) {
                    assertThat(seen.open() && !seen.opaque())
                            .as("%s six %s%n%s%n%s", packet, six, text, rules)
                            .isFalse();
                }
                if (seen.open() && !device.speaksOf(six)) {
                    assertThat(seen.opaque())
                            .as("a family nobody speaks of%n%s", text)
                            .isTrue();
                }
            }
        }
    }
}
