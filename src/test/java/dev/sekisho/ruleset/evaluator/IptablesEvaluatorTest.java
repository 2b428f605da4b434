package dev.sekisho.ruleset.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.evaluator.NftModel.Outcome;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.GuardSelector;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws machines with iptables, writes their configuration and holds what is read of it against the machine. */
class IptablesEvaluatorTest {

    private static final int DEVICES = 150;
    private static final int PACKETS = 40;

    private static GuardSelector guard(String chain) {
        return GuardSelector.chain(chain)
                .with(GuardSelector.Key.INTERFACE, "eth0")
                .carryingIpv6();
    }

    @ParameterizedTest
    @CsvSource({"FORWARD, false, 1", "FORWARD, true, 2", "INPUT, false, 3", "INPUT, true, 4"})
    void neverCallsClosedWhatTheMachineLetsPass(String chain, boolean doubts, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < DEVICES; i++) {
            var six = random.nextBoolean();
            var device = new IptablesDevice(random, chain, doubts);
            var header = random.nextBoolean();
            var text = device.text(random, six, header, false);
            var guard = header ? guard(chain) : guard(chain).with(GuardSelector.Key.FAMILY, six ? "IPV6" : "IPV4");
            check(device, six, text, Format.IPTABLES_SAVE.read(text, guard), random);
        }
    }

    private static void check(IptablesDevice device, boolean six, String text, RuleSet rules, Random random) {
        for (int i = 0; i < PACKETS; i++) {
            var packet = NftModel.packet(random);
            var outcomes = device.meet(packet);
            var seen = NftSight.of(rules, packet, six);
            if (outcomes.contains(Outcome.ACCEPT)) {
                assertThat(seen.open())
                        .as("%s %s%n%s%n%s", packet, outcomes, text, rules)
                        .isTrue();
            } else if (!device.doubts && !device.translates) {
                assertThat(seen.open() && !seen.opaque())
                        .as("%s %s%n%s%n%s", packet, outcomes, text, rules)
                        .isFalse();
            }
            assertThat(NftSight.of(rules, packet, !six))
                    .as("the family nobody speaks of%n%s", text)
                    .isEqualTo(new NftSight(true, true));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false"})
    void keepsTheFamiliesApart(long seed, boolean headers) {
        var random = new Random(seed);
        for (int i = 0; i < DEVICES / 3; i++) {
            var four = new IptablesDevice(random, "FORWARD", false);
            var six = new IptablesDevice(random, "FORWARD", false);
            var text = four.text(random, false, headers, true) + six.text(random, true, headers, true);
            var guard = headers ? guard("FORWARD") : guard("FORWARD").with(GuardSelector.Key.FAMILY, "BOTH");
            var rules = Format.IPTABLES_SAVE.read(text, guard);
            for (int j = 0; j < PACKETS; j++) {
                var packet = NftModel.packet(random);
                for (var version6 : new boolean[] {false, true}) {
                    var open = (version6 ? six : four).meet(packet).contains(Outcome.ACCEPT);
                    var seen = NftSight.of(rules, packet, version6);
                    assertThat(seen.open() || !open).as("%s%n%s", packet, text).isTrue();
                    assertThat(open || !seen.open() || seen.opaque() || four.translates || six.translates)
                            .as("%s%n%s%n%s", packet, text, rules)
                            .isTrue();
                }
            }
        }
    }
}
