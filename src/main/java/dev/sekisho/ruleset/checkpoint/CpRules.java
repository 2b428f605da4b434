package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads single rules: what they match of the guard's traffic, and what becomes of it. */
final class CpRules {

    private final CpObjects objects;
    private final CpAddresses addresses;
    private final CpGateways gateways;
    private final CpServices services;
    private final CpConditions conditions;

    /**
     * A rule as it is read.
     *
     * @param action in lower case
     * @param parts what it matches, certain parts first, so that they are not taken for doubts
     */
    record Reading(String action, List<Resolved<RuleMatch>> parts) {}

    CpRules(CpObjects objects, CpAddresses addresses, CpServices services, CpGateways gateways) {
        this.objects = objects;
        this.addresses = addresses;
        this.gateways = gateways;
        this.services = services;
        this.conditions = new CpConditions(objects);
    }

    /**
     * Empty if it is off, or installed on other gateways only.
     *
     * @throws UnreadableConfiguration if a field is not of the kind that it always is
     */
    Optional<Reading> read(ConfigurationJson rule) {
        var installed = gateways.hold(CpConditions.cell(rule, "install-on"));
        if (!isOn(rule, "enabled", true) || installed == Certainty.NEVER) {
            return Optional.empty();
        }
        var doubts = new ArrayList<>(conditions.of(rule));
        if (installed == Certainty.PERHAPS) {
            doubts.add("is installed on some gateways only; name gateway");
        }
        return Optional.of(new Reading(action(rule), parts(rule, doubts)));
    }

    String action(ConfigurationJson rule) {
        return objects.find(rule.required("action")).name().toLowerCase(Locale.ROOT);
    }

    private List<Resolved<RuleMatch>> parts(ConfigurationJson rule, List<String> doubts) {
        var sources = side(rule, "source", Key.FROM_ZONE, doubts);
        var destinations = side(rule, "destination", Key.TO_ZONE, doubts);
        var offered = services(rule, doubts).parts().toList();
        var certain = new ArrayList<Resolved<RuleMatch>>();
        var doubtful = new ArrayList<Resolved<RuleMatch>>();
        for (var source : sources) {
            for (var destination : destinations) {
                var between = RuleMatch.between(source.set(), destination.set());
                for (var service : offered) {
                    var all =
                            Resolved.doubts(Stream.of(doubts, source.doubts(), destination.doubts(), service.doubts()));
                    (all.isEmpty() ? certain : doubtful).add(new Resolved<>(between.and(service.set()), all));
                }
            }
        }
        certain.addAll(doubtful);
        return certain;
    }

    private List<Resolved<AddressSet>> side(ConfigurationJson rule, String side, Key zone, List<String> doubts) {
        var names = CpConditions.cell(rule, side);
        if (names.isEmpty()) {
            doubts.add("names no " + side);
            return List.of(Resolved.exactly(AddressSet.ANY));
        }
        var cell = addresses.all(names, zone);
        return isOn(rule, side + "-negate", false) ? cell.excluded() : cell.parts();
    }

    private CpService services(ConfigurationJson rule, List<String> doubts) {
        var names = CpConditions.cell(rule, "service");
        if (names.isEmpty()) {
            doubts.add("names no service");
            return CpService.exactly(RuleMatch.ANY);
        }
        var cell = services.all(names);
        return isOn(rule, "service-negate", false) ? cell.negated() : cell;
    }

    private static boolean isOn(ConfigurationJson rule, String flag, boolean usual) {
        return rule.field(flag).map(ConfigurationJson::flag).orElse(usual);
    }
}
