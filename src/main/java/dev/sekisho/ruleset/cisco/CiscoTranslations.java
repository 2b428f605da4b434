package dev.sekisho.ruleset.cisco;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.Translation;
import dev.sekisho.risk.traffic.set.AddressSet;
import dev.sekisho.risk.traffic.set.PortSet;
import dev.sekisho.risk.traffic.set.ProtocolSet;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.Disjunction;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one interface does to the destinations of what comes in, and what rules about the addresses outside say about
 * those inside.
 */
final class CiscoTranslations {

    /** @param doubts why a packet may not be translated so; such a one hides none behind it */
    record Mapping(Translation translation, List<String> doubts) {

        /** Doubtful too where nobody can say which address becomes which. */
        static Mapping of(Translation translation, Collection<String> doubts) {
            var all = new ArrayList<>(doubts);
            var inner = translation.inner();
            if (inner != null && !isOneToOne(translation.outer(), inner)) {
                all.add("which address behind the translation it reaches is not known");
            }
            return new Mapping(translation, List.copyOf(all));
        }

        private static boolean isOneToOne(AddressSet outer, AddressSet inner) {
            return outer.texts().size() == 1
                    && inner.texts().size() == 1
                    && outer.size4().equals(inner.size4())
                    && outer.size6().equals(inner.size6());
        }

        boolean isSure() {
            return doubts.isEmpty();
        }

        /** Takes all traffic to its addresses. */
        boolean isWhole() {
            return translation.sources().equals(AddressSet.ANY)
                    && translation.protocols().isAny()
                    && translation.outerPorts().isAny();
        }

        RuleMatch taken() {
            return RuleMatch.ANY
                    .from(translation.sources())
                    .to(translation.outer())
                    .over(translation.protocols())
                    .toPorts(translation.outerPorts());
        }
    }

    /**
     * Mappings that differ only in addresses are followed together.
     *
     * @param earlier what those before them take of the same traffic
     */
    private record Kind(
            AddressSet sources,
            ProtocolSet protocols,
            PortSet outerPorts,
            @Nullable PortSet innerPorts,
            List<String> doubts,
            List<RuleMatch> earlier) {

        static Kind of(Part part) {
            var one = part.mapping().translation();
            return new Kind(
                    one.sources(),
                    one.protocols(),
                    one.outerPorts(),
                    one.innerPorts(),
                    part.mapping().doubts(),
                    part.earlier());
        }
    }

    /** What a mapping takes of what the ones before it leave. */
    private record Part(Mapping mapping, RuleMatch taken, List<RuleMatch> earlier) {

        AddressSet arriving(RuleMatch sent) {
            var destinations = sent.destinations().intersect(taken.destinations());
            return destinations.isEmpty()
                    ? AddressSet.NONE
                    : flow(sent, destinations).destinations();
        }

        PortSet ports(RuleMatch sent) {
            return flow(sent, sent.destinations()).destinationPorts();
        }

        private Flow flow(RuleMatch sent, AddressSet destinations) {
            var ports = sent.destinationPorts().intersect(taken.destinationPorts());
            return mapping.translation().arriving(new Flow(sent.sources(), destinations, sent.protocols(), ports));
        }
    }

    static final CiscoTranslations NONE = new CiscoTranslations(List.of());

    private final List<Mapping> mappings;
    private final Map<Kind, List<Part>> kinds = new LinkedHashMap<>();
    private int steps;

    /** @param mappings the first that takes a packet counts */
    CiscoTranslations(List<Mapping> mappings) {
        this.mappings = List.copyOf(mappings);
        var whole = AddressSet.NONE;
        var partial = new ArrayList<RuleMatch>();
        for (var mapping : this.mappings) {
            var outer = mapping.translation().outer();
            var taken = mapping.taken().redirected(outer.minus(whole));
            var part = new Part(mapping, taken, overlapping(partial, taken));
            kinds.computeIfAbsent(Kind.of(part), none -> new ArrayList<>()).add(part);
            if (mapping.isSure() && mapping.isWhole()) {
                whole = whole.union(outer);
            } else if (mapping.isSure()) {
                partial.add(mapping.taken());
            }
        }
    }

    private List<RuleMatch> overlapping(List<RuleMatch> matches, RuleMatch with) {
        count(0, matches.size());
        return matches.stream().filter(one -> !one.and(with).isEmpty()).toList();
    }

    boolean isEmpty() {
        return mappings.isEmpty();
    }

    /** The same rules with these translations told beside them. */
    RuleSet listed(RuleSet rules) {
        if (isEmpty()) {
            return rules;
        }
        var told = new RuleCollector();
        mappings.forEach(one -> told.translate(one.translation()));
        return new RuleSet(
                rules.rules(),
                rules.defaultAction(),
                rules.notes(),
                told.finish(Action.DENY).translations());
    }

    /** Rules about the addresses outside, as they stand and as what they let reach the addresses inside. */
    RuleSet followed(RuleSet rules) {
        return Disjunction.of(through(rules), rules);
    }

    /** Only what rules about the addresses outside let reach the addresses inside. */
    RuleSet through(RuleSet rules) {
        var all = new RuleSet(List.of(), Action.DENY, List.of());
        for (var kind : kinds.entrySet()) {
            all = Disjunction.of(followed(rules, kind.getKey(), kind.getValue()), all);
        }
        return all;
    }

    private RuleSet followed(RuleSet rules, Kind kind, List<Part> parts) {
        var followed = new RuleCollector();
        for (var rule : Disjunction.permits(restricted(rules, parts))) {
            var doubts = new ArrayList<>(kind.doubts());
            doubts.addAll(Conjunction.doubts(rule));
            for (var piece : without(Conjunction.match(rule), kind.earlier())) {
                count(rule.line(), parts.size());
                followed.permit(arriving(piece, kind, parts), doubts, rule.line(), rule.origin());
            }
        }
        return followed.finish(Action.DENY);
    }

    /** The rules as far as they speak of what these take. */
    private RuleSet restricted(RuleSet rules, List<Part> parts) {
        var addresses = AddressSet.union(
                parts.stream().map(part -> part.taken().destinations()).toList());
        var region = parts.get(0).taken().redirected(addresses);
        var restricted = new RuleCollector();
        for (var rule : rules.rules()) {
            count(rule.line(), 1);
            restricted.addLike(rule, Conjunction.match(rule).and(region), Conjunction.doubts(rule));
        }
        return restricted.finish(Action.DENY);
    }

    private static RuleMatch arriving(RuleMatch sent, Kind kind, List<Part> parts) {
        var reached = sent.redirected(
                AddressSet.union(parts.stream().map(part -> part.arriving(sent)).toList()));
        return kind.innerPorts() == null
                ? reached
                : reached.atPorts(parts.get(0).ports(sent));
    }

    /**
     * What is left of permits where the device drops what comes straight to an address that it would translate on the way
     * back.
     */
    RuleSet withoutStraight(RuleSet rules, AddressSet exempt) {
        var hidden = kinds.entrySet().stream()
                .filter(kind -> kind.getKey().doubts().isEmpty())
                .map(kind -> behind(kind.getKey(), kind.getValue(), exempt))
                .toList();
        if (hidden.isEmpty()) {
            return rules;
        }
        var left = new RuleCollector();
        rules.notes().forEach(left::note);
        for (var rule : rules.rules()) {
            count(rule.line(), hidden.size());
            var match = Conjunction.match(rule);
            var pieces = rule.effect() == Action.DENY ? List.of(match) : without(match, hidden);
            pieces.forEach(piece -> left.addLike(rule, piece, Conjunction.doubts(rule)));
        }
        return left.finish(rules.defaultAction());
    }

    private static List<RuleMatch> without(RuleMatch match, List<RuleMatch> others) {
        var pieces = List.of(match);
        for (var other : others) {
            pieces = pieces.stream()
                    .flatMap(piece -> piece.minus(other).stream())
                    .toList();
        }
        return pieces;
    }

    private static RuleMatch behind(Kind kind, List<Part> parts, AddressSet exempt) {
        var inner = AddressSet.union(parts.stream()
                .map(part -> part.mapping().translation().inner())
                .filter(Objects::nonNull)
                .toList());
        var ports = kind.innerPorts() == null ? PortSet.ANY : kind.innerPorts();
        return RuleMatch.ANY
                .from(kind.sources())
                .to(inner.minus(exempt))
                .over(kind.protocols())
                .toPorts(ports);
    }

    private void count(int line, int more) {
        steps += more;
        if (steps > ConfigurationLimits.STEPS) {
            throw new UnreadableConfiguration(
                    Math.max(1, line), 1, "rules and translations lead to too many combinations to follow");
        }
    }
}
