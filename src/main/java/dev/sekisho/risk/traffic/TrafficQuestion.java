package dev.sekisho.risk.traffic;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.RiskyService;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.Family;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is asked when a link is measured, and the exact sets of packets behind the figures. What a public rule lets anybody
 * do is in them as done by anybody else than the third party, whoever is registered behind the same rules.
 */
public record TrafficQuestion(RuleSet rules, Boundary boundary, List<Flow> approved) {

    public TrafficQuestion {
        approved = List.copyOf(approved);
    }

    /** What they permit. */
    public TrafficSet permitted() {
        return set("", family -> new Sides(family, Rule.permit()).permitted());
    }

    /** What they permit of a risky service. */
    public TrafficSet permitted(RiskyService service) {
        return set(service.name(), family -> new Sides(family, service.traffic()).permitted());
    }

    /** What they permit that no approved flow covers. */
    public TrafficSet unapproved() {
        return set(
                "unapproved", family -> new Sides(family, Rule.permit().over(Measuring.NEEDING_APPROVAL)).unapproved());
    }

    /** What they permit to sources that nobody registered, as far as public rules do not. */
    public TrafficSet unregistered() {
        return set("unregistered", family -> new Sides(family, Rule.permit()).unregistered());
    }

    /** What the later rules permit and the earlier did not. */
    public static TrafficSet gained(RuleSet before, RuleSet after) {
        return exactly(before + " " + after, family -> {
            var now = Compiled.of(family, after, before.rules());
            return now.minus(Compiled.of(now.diagram(), before).root());
        });
    }

    private TrafficSet set(String what, Function<Family, Compiled> maker) {
        return exactly(what + " " + rules + " " + boundary + " " + approved, maker);
    }

    private static TrafficSet exactly(String made, Function<Family, Compiled> maker) {
        try {
            return TrafficSet.of(Arrays.stream(Family.values()).map(maker).toList(), made);
        } catch (TooComplexException tooComplex) {
            return TrafficSet.undecided(made);
        }
    }

    /** One family's share. */
    private final class Sides {

        private final Family family;
        private final Diagram diagram;
        private final Rule known;
        private final Rule strangers;
        private final Rule anybody;

        Sides(Family family, Rule kind) {
            this.family = family;
            var unregistered = boundary.strangers(rules);
            var told = boundary.expected().union(unregistered);
            this.known = kind.from(told).to(boundary.to());
            this.strangers = kind.from(unregistered).to(boundary.to());
            this.anybody = kind.from(countsAnybody() ? told.complement() : AddressSet.NONE)
                    .to(boundary.to());
            var regions = List.of(known, strangers, anybody);
            this.diagram = new Diagram(Space.of(
                    family,
                    Stream.of(rules.rules(), regions, flows())
                            .flatMap(Collection::stream)
                            .toList()));
        }

        /** Whether somebody whom no rule tells from anybody else counts as the other side. */
        private boolean countsAnybody() {
            return !family.of(boundary.from().minus(rules.namedSources())).isEmpty();
        }

        private List<Rule> flows() {
            return approved.stream().map(Flow::asRule).toList();
        }

        Compiled permitted() {
            return toKnown().or(toAnybody().root());
        }

        Compiled unapproved() {
            var needed = compiled(flows());
            return toKnown()
                    .minus(needed.root())
                    .or(toAnybody()
                            .minus(needed.fromSome(AddressSet.ANY).root())
                            .root());
        }

        /** What some device lets through by a rule that is not public, where all devices let it through. */
        Compiled unregistered() {
            var named = rules.devices().stream()
                    .map(device -> compiled(device.rules().stream()
                            .map(rule -> isPublic(rule) ? rule.denying() : rule)
                            .toList()))
                    .reduce((some, others) -> some.or(others.root()))
                    .orElseThrow()
                    .and(compiled(List.of(strangers)).root());
            return rules.row().isEmpty()
                    ? named
                    : named.and(Compiled.of(diagram, rules).root());
        }

        private Compiled toKnown() {
            return Compiled.of(diagram, rules).and(compiled(List.of(known)).root());
        }

        private Compiled toAnybody() {
            var toAll = rules.keeping(this::isPublic);
            return Compiled.of(diagram, toAll).and(compiled(List.of(anybody)).root());
        }

        private boolean isPublic(Rule rule) {
            return !family.of(rule.sources()).isEmpty()
                    && family.of(rule.namedSources()).isEmpty();
        }

        private Compiled compiled(List<Rule> permitting) {
            return Compiled.of(diagram, new RuleSet(permitting, Action.DENY, List.of()));
        }
    }
}
