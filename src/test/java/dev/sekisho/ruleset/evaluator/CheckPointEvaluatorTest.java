package dev.sekisho.ruleset.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.Packet;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.Translations;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.evaluator.CheckPointDevice.Probe;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.format.Verdicts;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gateways made up from numbers: what arrives by the model, and what the reader makes of the answers that describe it. */
class CheckPointEvaluatorTest {

    private static final int DEVICES = 300;
    private static final List<Probe> PROBES = CheckPointDevice.probes();

    private interface Difference {
        boolean test(CheckPointDevice device, Probe probe, RuleSet rules);
    }

    @Test
    void permitsWhatMayArriveAndNothingElse() {
        assertThat(differences(
                        (device, probe, rules) -> device.mayArrive(probe) != Verdicts.permits(rules, packet(probe))))
                .isEmpty();
    }

    @Test
    void listsWhereDestinationsLead() {
        assertThat(differences((device, probe, rules) -> {
                    var sent = flow(probe);
                    return !Translations.of(rules).arriving(sent).equals(List.of(flow(device.arriving(probe))));
                }))
                .isEmpty();
    }

    @Test
    void doubtsNothingWhereAllIsKnown() {
        // what a negation of IPv4 leaves of IPv6 is a doubt where there is IPv6
        assertThat(differences((device, probe, rules) ->
                        device.isCertain() && rules.within(AddressSet.ANY4).hasOpaque()))
                .isEmpty();
    }

    /** Numbers that make up nothing but closed devices would prove nothing. */
    @Test
    void drawsDevicesOfAllKinds() {
        var open = 0;
        var translated = 0;
        for (long seed = 0; seed < 300; seed++) {
            var device = new CheckPointDevice(seed);
            open += PROBES.stream().filter(device::mayArrive).count() > PROBES.size() / 2 ? 1 : 0;
            translated +=
                    PROBES.stream().anyMatch(probe -> !device.arriving(probe).equals(probe)) ? 1 : 0;
        }
        assertThat(open).isBetween(60, 240);
        assertThat(translated).isGreaterThan(60);
    }

    /** The first few, each with the text that leads to it. */
    private static List<String> differences(Difference difference) {
        var found = new ArrayList<String>();
        for (long seed = 0; seed < DEVICES && found.size() < 3; seed++) {
            var device = new CheckPointDevice(seed);
            var rules = Format.CHECKPOINT.read(
                    device.text(), GuardSelector.unnamed().with(Key.GATEWAY, "ours"));
            var number = seed;
            PROBES.stream()
                    .filter(probe -> difference.test(device, probe, rules))
                    .findFirst()
                    .ifPresent(probe -> found.add(number + ": " + probe + "\n" + device + "\n" + rules));
        }
        return found;
    }

    private static Flow flow(Probe probe) {
        return new Flow(
                AddressSet.of(probe.source()),
                AddressSet.of(probe.destination()),
                ProtocolSet.of(protocol(probe)),
                PortSet.of(probe.port()));
    }

    private static int protocol(Probe probe) {
        return probe.protocol().equals("tcp") ? 6 : 17;
    }

    private static Packet packet(Probe probe) {
        return new Packet(probe.source(), probe.destination(), protocol(probe), 40000, probe.port());
    }
}
