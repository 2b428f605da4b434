package dev.sekisho.ruleset.junos;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.ruleset.junos.JunosApplications.Term;
import dev.sekisho.ruleset.reading.Certainty;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Reads security policies: those between the zones in their order, then those for all zones, then what is left. */
final class JunosPolicies {

    /** A policy and why it may not be asked about the traffic. */
    private record Asked(JunosNode policy, String from, String to, List<String> doubts) {}

    private final JunosSystem system;
    private final JunosZones zones;
    private final JunosAddresses addresses;
    private final JunosApplications applications;
    private final JunosConditions conditions;
    private final RuleCollector rules;

    JunosPolicies(JunosSystem system, JunosZones zones, JunosAddresses addresses, RuleCollector rules) {
        this.system = system;
        this.zones = zones;
        this.addresses = addresses;
        this.applications = new JunosApplications(system);
        this.conditions = new JunosConditions(system);
        this.rules = rules;
    }

    JunosApplications applications() {
        return applications;
    }

    /** Adds all rules and tells what becomes of what none of them takes. */
    Action write() {
        for (var from : system.policies().at("from-zone").children()) {
            for (var to : from.at("to-zone").children()) {
                between(from.name(), to);
            }
        }
        global(system.policies().at("global"));
        var otherwise = system.policies().at("default-policy");
        if (zones.leadToDevice()) {
            rules.permit(
                    RuleMatch.ANY, List.of("what the zone lets in to the device itself is not read"), 0, "the device");
        }
        return otherwise.has("permit-all") ? Action.PERMIT : Action.DENY;
    }

    private void between(String from, JunosNode to) {
        var met = zones.meets(from, to.name());
        if (met == Certainty.NEVER) {
            return;
        }
        var doubts = met == Certainty.ALWAYS
                ? List.<String>of()
                : List.of("holds between some zones only; name fromZone and toZone");
        write(to.at("policy").children().stream()
                .map(policy -> new Asked(policy, from, to.name(), doubts))
                .toList());
    }

    private void global(JunosNode global) {
        var asked = new ArrayList<Asked>();
        for (var policy : global.at("policy").children()) {
            var match = policy.at("match");
            var met = zones.meets(match.all("from-zone"), match.all("to-zone"));
            var doubts = new ArrayList<String>();
            if (met == Certainty.PERHAPS) {
                doubts.add("holds between some zones only; name fromZone and toZone");
            }
            if (zones.leadToDevice()) {
                doubts.add("whether it holds for the device itself is not known");
            }
            if (met != Certainty.NEVER) {
                asked.add(new Asked(policy, "", "", List.copyOf(doubts)));
            }
        }
        write(asked);
    }

    /**
     * In their order. Where a group adds some to those that stand here, nobody says whether before or behind them: a permit of
     * a group may come first, a deny last.
     */
    private void write(List<Asked> policies) {
        var inherited =
                policies.stream().filter(one -> one.policy.isInherited()).toList();
        if (!inherited.isEmpty() && inherited.size() < policies.size()) {
            inherited.stream()
                    .filter(one -> permits(one.policy))
                    .forEach(one -> write(one, List.of("a group adds it, perhaps before those that stand here")));
        }
        policies.forEach(one -> write(one, List.of()));
    }

    private static boolean permits(JunosNode policy) {
        return !policy.at("then").has("deny") && !policy.at("then").has("reject");
    }

    private void write(Asked asked, List<String> more) {
        var policy = asked.policy;
        system.askPolicy(policy);
        var doubts = new ArrayList<>(asked.doubts);
        doubts.addAll(more);
        doubts.addAll(conditions.of(policy));
        var then = policy.at("then");
        if (permits(policy) && !then.has("permit")) {
            doubts.add("says nothing of what becomes of what it matches");
        }
        var match = policy.at("match");
        var sources = side(match, "source-address", asked.from, doubts);
        var destinations = side(match, "destination-address", asked.to, doubts);
        var terms = terms(match, doubts);
        var action = permits(policy) ? Action.PERMIT : Action.DENY;
        for (var exact : new boolean[] {true, false}) {
            add(
                    new Cells(sources, destinations, terms),
                    exact,
                    doubts,
                    (part, why) -> rules.add(action, part, why, policy.line(), "policy " + policy.name()));
        }
    }

    private record Cells(
            List<Resolved<AddressSet>> sources, List<Resolved<AddressSet>> destinations, List<Term> terms) {}

    @FunctionalInterface
    private interface Sink {
        void add(RuleMatch match, Collection<String> doubts);
    }

    /** Of one policy what is certain comes first, so that it is not taken for a doubt. */
    private static void add(Cells cells, boolean exact, List<String> doubts, Sink sink) {
        for (var source : cells.sources) {
            for (var destination : cells.destinations) {
                var between = RuleMatch.between(source.set(), destination.set());
                for (var term : cells.terms) {
                    var all = Resolved.doubts(Stream.of(doubts, source.doubts(), destination.doubts(), term.doubts()));
                    if (all.isEmpty() == exact) {
                        sink.add(between.and(term.match()), all);
                    }
                }
            }
        }
    }

    private List<Resolved<AddressSet>> side(JunosNode match, String side, String zone, List<String> doubts) {
        var names = match.all(side);
        if (names.isEmpty()) {
            doubts.add("names no " + side);
            return List.of(Resolved.exactly(AddressSet.ANY));
        }
        var cell = addresses.all(names, zone);
        return match.has(side + "-excluded") ? cell.excluded() : cell.parts();
    }

    private List<Term> terms(JunosNode match, List<String> doubts) {
        var names = match.all("application");
        if (names.isEmpty()) {
            // beside an application that is recognised the ports may be left out
            doubts.add("names no application");
            return List.of(Term.ANY);
        }
        return applications.all(names);
    }
}
