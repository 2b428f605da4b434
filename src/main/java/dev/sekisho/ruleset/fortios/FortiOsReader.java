package dev.sekisho.ruleset.fortios;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.DeclaredFamily;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.ParsedConfiguration;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.RuleSetReader;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.List;
import java.util.stream.Stream;

/**
 * A FortiOS configuration backup.
 *
 * <p>Guard: {@code interface} and {@code outInterface} (an interface, or a zone of them) choose the policies between
 * them; an interface that is not named leaves a doubt unless all policies name the same. What comes out of a tunnel over
 * a named interface may be the link's too: its permits are opaque; name the tunnel's own interface to have them exactly.
 * {@code vdom} (root, or the only one that has policies). Virtual addresses count with the address outside and those
 * inside.
 */
public final class FortiOsReader implements RuleSetReader {

    @Override
    public ParsedConfiguration parse(String configuration) {
        var device = FortiConfiguration.of(configuration);
        var sections = new Sections();
        for (var domain : device.domains()) {
            new FortiRulebase(device, domain).policies().forEach(policy -> sections.declare(policy.section()));
        }
        return new Parsed(device, sections);
    }

    private record Parsed(FortiConfiguration device, Sections sections) implements ParsedConfiguration {

        @Override
        public RuleSet read(GuardSelector guard) {
            return FortiOsReader.read(device, guard, sections);
        }

        /** Where the interfaces of the device are listed, a name that is not among them is refused. */
        @Override
        public boolean mentions(String interfaceName) {
            return !device.table(FortiConfiguration.ROOT, "system interface").isEmpty()
                    || device.domains().stream()
                            .flatMap(domain -> new FortiRulebase(device, domain).policies().stream())
                            .flatMap(policy -> Stream.of(FortiPolicy.Side.values())
                                    .flatMap(side -> policy.interfaces(side).stream()))
                            .anyMatch(interfaceName::equals);
        }
    }

    private static RuleSet read(FortiConfiguration device, GuardSelector guard, Sections sections) {
        var rules = new RuleCollector();
        var domain = domain(device, guard);
        var rulebase = new FortiRulebase(device, domain);
        // what passes by other tables no deny of the policies meets
        new FortiOtherTables(device, domain, guard).write(rules);
        new FortiPolicies(device, domain, rulebase, guard, rules).write(sections);
        device.notes.forEach(rules::note);
        writeWhatIsNotSaid(rulebase, guard, rules);
        return rules.finish(Action.DENY);
    }

    /** The device denies what no policy permits, but an export may be of one table, or cut short. */
    private static void writeWhatIsNotSaid(FortiRulebase rulebase, GuardSelector guard, RuleCollector rules) {
        if (rulebase.policies().isEmpty()) {
            var reason = "the configuration has no firewall policies that decide, perhaps because it is cut short";
            rules.permit(RuleMatch.ANY, List.of(reason), 0, "no policies");
            return;
        }
        for (var family : DeclaredFamily.values()) {
            if (!rulebase.speaksOf(family == DeclaredFamily.IPV6)) {
                rules.undecided(family, guard, "the configuration says nothing of " + family);
            }
        }
    }

    private static String domain(FortiConfiguration device, GuardSelector guard) {
        var named = guard.one(Key.VDOM);
        if (named.isPresent()) {
            if (!device.domains().contains(named.get())) {
                throw UnsuitableGuard.unknown(Key.VDOM, named.get(), device.domains());
            }
            return named.get();
        }
        var filtering = device.domains().stream()
                .filter(domain -> !new FortiRulebase(device, domain).policies().isEmpty())
                .toList();
        if (filtering.size() > 1) {
            throw UnsuitableGuard.missing(Key.VDOM, filtering);
        }
        return filtering.isEmpty() ? FortiConfiguration.ROOT : filtering.get(0);
    }
}
