package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.Rule;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.checkpoint.CpRules.Reading;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.ConfigurationLimits;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.Disjunction;
import dev.sekisho.ruleset.reading.Redaction;
import dev.sekisho.ruleset.reading.Resolved;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.UnreadableConfiguration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads layers, each as a set of rules of its own. A rule that leads to an inline layer hands it what it matches: what no
 * rule there takes is that layer's to decide, and never comes back.
 */
final class CpLayers {

    private static final Set<String> DENIES = Set.of("drop", "reject");

    private final CpDocument document;
    private final CpRules reader;
    private final Sections sections;
    private final Map<CpRulebase, RuleSet> read = new HashMap<>();

    /** Those that are being read, each led to by the one before. */
    private final Set<CpRulebase> open = new HashSet<>();

    /** @param sections are told which layers are asked */
    CpLayers(CpDocument document, CpRules reader, Sections sections) {
        this.document = document;
        this.reader = reader;
        this.sections = sections;
    }

    /** What an ordered layer decides. Of one behind the first that is silent nobody knows what it does with the rest. */
    RuleSet ordered(CpRulebase layer, boolean isFirst) {
        var set = read(layer);
        if (isFirst || document.cleanup(layer).isPresent()) {
            return set;
        }
        var rules = new RuleCollector();
        addAll(rules, set, RuleMatch.ANY, List.of());
        var why = "what the layer " + layer.shown() + " does with the rest is not in the text (show access-layer)";
        rules.permit(RuleMatch.ANY, List.of(why), 0, layer.name() + " cleanup");
        return rules.finish(Action.DENY);
    }

    private RuleSet read(CpRulebase layer) {
        sections.ask(CpDocument.section(layer));
        var known = read.get(layer);
        if (known != null) {
            return known;
        }
        open.add(layer);
        var rules = new RuleCollector();
        document.rules(layer).forEach(rule -> write(layer, rule, rules));
        var set = rules.finish(cleanup(layer, rules));
        open.remove(layer);
        read.put(layer, set);
        return set;
    }

    private Action cleanup(CpRulebase layer, RuleCollector rules) {
        var action = document.cleanup(layer).orElse("drop");
        if (!action.equalsIgnoreCase("drop") && !action.equalsIgnoreCase("accept")) {
            rules.permit(RuleMatch.ANY, List.of("what its cleanup does is not known"), 0, layer.name() + " cleanup");
        }
        return action.equalsIgnoreCase("accept") ? Action.PERMIT : Action.DENY;
    }

    private void write(CpRulebase layer, ConfigurationJson rule, RuleCollector rules) {
        var origin = layer.name() + " rule " + CpRulebase.number(rule) + " " + CpObjects.word(rule, "name");
        if (CpRulebase.isRule(rule)) {
            read(rule, origin, rules).ifPresent(reading -> write(rule, reading, origin, rules));
        } else {
            rules.permit(RuleMatch.ANY, List.of("rules that stand here are not shown"), rule.line(), origin);
        }
    }

    private Optional<Reading> read(ConfigurationJson rule, String origin, RuleCollector rules) {
        try {
            return reader.read(rule);
        } catch (UnreadableConfiguration unreadable) {
            var denies = rule.field("action").isPresent() && DENIES.contains(reader.action(rule));
            rules.unreadable(denies ? Action.DENY : Action.PERMIT, RuleMatch.ANY, unreadable, origin);
            return Optional.empty();
        }
    }

    private void write(ConfigurationJson rule, Reading reading, String origin, RuleCollector rules) {
        switch (reading.action()) {
            case "accept", "inform" -> add(rules, Action.PERMIT, reading.parts(), rule.line(), origin);
            case "drop", "reject" -> add(rules, Action.DENY, reading.parts(), rule.line(), origin);
            case "inner layer", "apply layer" -> inline(rule, reading, origin, rules);
            default -> {
                var why = "what it does (" + Redaction.value(reading.action()) + ") depends on more than the packet";
                add(rules, Action.PERMIT, doubting(reading.parts(), why), rule.line(), origin);
            }
        }
    }

    private static List<Resolved<RuleMatch>> doubting(List<Resolved<RuleMatch>> parts, String why) {
        return parts.stream()
                .map(part -> new Resolved<>(part.set(), Resolved.doubts(Stream.of(part.doubts(), List.of(why)))))
                .toList();
    }

    private static void add(
            RuleCollector rules, Action action, List<Resolved<RuleMatch>> parts, int line, String origin) {
        parts.forEach(part -> rules.add(action, part.set(), part.doubts(), line, origin));
    }

    private void inline(ConfigurationJson rule, Reading reading, String origin, RuleCollector rules) {
        var layer = rule.field("inline-layer")
                .map(document.objects::find)
                .flatMap(object -> document.layer(object.id()).or(() -> document.layer(object.name())));
        if (layer.isEmpty() || open.contains(layer.get()) || open.size() > ConfigurationLimits.NESTING) {
            var why = layer.isEmpty() ? "the layer it leads to is not in the text" : "layers lead to one another";
            add(rules, Action.PERMIT, doubting(reading.parts(), why), rule.line(), origin);
            return;
        }
        var inner = read(layer.get());
        inner.notes().forEach(rules::note);
        for (var part : reading.parts()) {
            if (part.doubts().isEmpty()) {
                inner.rules().forEach(one -> add(rules, one, part.set(), List.of()));
                rules.imply(
                        inner.defaultAction(),
                        part.set(),
                        rule.line(),
                        layer.get().name() + " cleanup");
            } else {
                Disjunction.permits(inner).forEach(one -> add(rules, one, part.set(), part.doubts()));
            }
        }
    }

    /** Adds what a set says of some packets, and its notes. */
    static void addAll(RuleCollector rules, RuleSet set, RuleMatch within, List<String> doubts) {
        set.notes().forEach(rules::note);
        set.rules().forEach(rule -> add(rules, rule, within, doubts));
    }

    private static void add(RuleCollector rules, Rule rule, RuleMatch within, List<String> doubts) {
        var all = Resolved.doubts(Stream.of(doubts, Conjunction.doubts(rule)));
        rules.addLike(rule, within.and(Conjunction.match(rule)), all);
    }
}
