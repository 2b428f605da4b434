package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.Sections;
import java.util.function.BiFunction;

/** A Cisco configuration that links are read from; its sections are its access lists. */
record CiscoParsed(CiscoConfiguration device, BiFunction<CiscoConfiguration, GuardSelector, RuleSet> reading)
        implements ParsedConfiguration {

    CiscoParsed {
        device.lists.values().forEach(list -> device.sections.declare(list.section()));
    }

    @Override
    public RuleSet read(GuardSelector guard) {
        return reading.apply(device, guard);
    }

    @Override
    public Sections sections() {
        return device.sections;
    }
}
