package dev.sekisho.ruleset.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.evaluator.FortiDevice.Probe;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.GuardSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Devices made up from numbers: what gets in by the model, and what the reader makes of the text that describes it. */
class FortiEvaluatorTest {

    private static final int DEVICES = 1500;
    private static final List<Probe> PROBES = FortiDevices.probes();
    private static final List<RuleSet> READ = LongStream.range(0, DEVICES)
            .mapToObj(seed -> read(FortiDevices.numbered(seed), seed))
            .toList();

    /** What is sent to an address outside may be permitted there or where it arrives. */
    @Test
    void callsNothingClosedThatMayBeOpen() {
        assertThat(differences((device, probe, rules) -> device.mayPass(probe)
                        && Stream.of(probe, arriving(rules, probe))
                                .allMatch(one -> effect(decider(rules, one)) == Action.DENY)))
                .isEmpty();
    }

    @Test
    void callsNothingOpenForCertainThatIsClosed() {
        assertThat(differences((device, probe, rules) ->
                        !FortiDevices.isOutside(probe) && !device.mayPass(probe) && isCertainlyOpen(rules, probe)))
                .isEmpty();
    }

    @Test
    void listsWhatVirtualAddressesDo() {
        assertThat(differences((device, probe, rules) -> !device.arriving(probe).equals(arriving(rules, probe))))
                .isEmpty();
    }

    @Test
    void doubtsNothingWhereAllIsKnown() {
        assertThat(LongStream.range(0, DEVICES)
                        .filter(seed -> FortiDevices.numbered(seed).isCertain()
                                && READ.get((int) seed).hasOpaque())
                        .mapToObj(seed -> describe(FortiDevices.numbered(seed), seed))
                        .limit(1))
                .isEmpty();
    }

    private interface Difference {
        boolean test(FortiDevice device, Probe probe, RuleSet rules);
    }

    /** The first few, each with the text that leads to it. */
    private static List<String> differences(Difference difference) {
        var found = new ArrayList<String>();
        for (long seed = 0; seed < DEVICES && found.size() < 3; seed++) {
            var device = FortiDevices.numbered(seed);
            var rules = READ.get((int) seed);
            var described = describe(device, seed);
            PROBES.stream()
                    .filter(probe -> difference.test(device, probe, rules))
                    .findFirst()
                    .ifPresent(probe -> found.add(probe + "\n" + described));
        }
        return found;
    }

    private static String describe(FortiDevice device, long seed) {
        return "device " + seed + "\n" + FortiDeviceText.of(device, seed) + "\n"
                + READ.get((int) seed).rules().stream()
                        .map(rule -> rule + (rule.isOpaque() ? " (" + rule.opaque() + ")" : ""))
                        .collect(Collectors.joining("\n"));
    }

    /** By the first translation that takes it. */
    private static Probe arriving(RuleSet rules, Probe sent) {
        return rules.translations().stream()
                .filter(one -> one.sources().contains(sent.source())
                        && one.outer().contains(sent.destination())
                        && one.protocols().contains(protocol(sent))
                        && one.outerPorts().contains(sent.port()))
                .findFirst()
                .map(one -> new Probe(
                        sent.source(),
                        one.inner().first(),
                        sent.protocol(),
                        one.innerPorts() == null
                                ? sent.port()
                                : one.innerPorts().first()))
                .orElse(sent);
    }

    private static boolean isCertainlyOpen(RuleSet rules, Probe probe) {
        var rule = decider(rules, probe);
        return rule != null && rule.effect() == Action.PERMIT && !rule.isOpaque();
    }

    private static int protocol(Probe probe) {
        return probe.protocol().equals("tcp") ? 6 : 17;
    }

    private static RuleSet read(FortiDevice device, long seed) {
        var guard = GuardSelector.interfaceNamed("wan1").with(GuardSelector.Key.OUT_INTERFACE, "internal");
        return Format.FORTIOS.read(FortiDeviceText.of(device, seed), guard.carryingIpv6());
    }

    private static Action effect(Rule rule) {
        return rule == null ? Action.DENY : rule.effect();
    }

    private static Rule decider(RuleSet rules, Probe probe) {
        return rules.rules().stream()
                .filter(rule -> matches(rule, probe))
                .findFirst()
                .orElse(null);
    }

    private static boolean matches(Rule rule, Probe probe) {
        return rule.sources().contains(probe.source())
                && rule.destinations().contains(probe.destination())
                && rule.protocols().contains(protocol(probe))
                && rule.destinationPorts().contains(probe.port())
                && rule.sourcePorts().contains(40000)
                && rule.icmpTypes().isAny();
    }
}
