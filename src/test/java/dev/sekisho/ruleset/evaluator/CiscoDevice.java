package dev.sekisho.ruleset.evaluator;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.evaluator.CiscoAcl.Probe;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.ruleset.reading.GuardSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** A device that answers of itself, and the configuration that describes it. */
interface CiscoDevice {

    Format format();

    GuardSelector guard();

    String text();

    /** Whether a partner may reach this real address, however he has to address it. */
    boolean mayReach(Probe real);

    /** Nothing about it depends on what its text does not say. */
    boolean isCertain();

    /** Which answers are wrong. */
    interface Difference {
        boolean test(CiscoDevice device, Probe probe, Rule decider);
    }

    /** The first few, each with the text that leads to it. */
    static List<String> differences(
            LongFunction<CiscoDevice> devices, int count, List<Probe> probes, Difference difference) {
        var found = new ArrayList<String>();
        for (long seed = 0; seed < count && found.size() < 3; seed++) {
            var device = devices.apply(seed);
            var rules = read(device);
            var at = seed;
            probes.stream()
                    .filter(probe -> difference.test(device, probe, decider(rules, probe)))
                    .findFirst()
                    .ifPresent(probe -> found.add("device " + at + ", " + probe + "\n" + device.text() + rules));
        }
        return found;
    }

    static RuleSet read(CiscoDevice device) {
        return device.format().read(device.text(), device.guard().carryingIpv6());
    }

    static boolean permits(Rule decider) {
        return decider.effect() == Action.PERMIT;
    }

    /** The first rule that matches, or one for the default action. */
    static Rule decider(RuleSet rules, Probe probe) {
        return rules.rules().stream()
                .filter(rule -> matches(rule, probe))
                .findFirst()
                .orElse(Rule.of(rules.defaultAction()));
    }

    private static boolean matches(Rule rule, Probe probe) {
        var ported = probe.protocol() == 6 || probe.protocol() == 17;
        var port = ported
                ? rule.destinationPorts().contains(probe.port())
                        && rule.sourcePorts().contains(40000)
                : rule.destinationPorts().isAny() && rule.sourcePorts().isAny();
        var type = ported ? rule.icmpTypes().isAny() : rule.icmpTypes().contains(probe.port());
        return rule.sources().contains(probe.source())
                && rule.destinations().contains(probe.destination())
                && rule.protocols().contains(probe.protocol())
                && port
                && type;
    }
}
