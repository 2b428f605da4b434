package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.risk.traffic.rule.Action;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Conjunction;
import dev.sekisho.ruleset.reading.GuardSelector;
import dev.sekisho.ruleset.reading.GuardSelector.Key;
import dev.sekisho.ruleset.reading.RuleCollector;
import dev.sekisho.ruleset.reading.RuleMatch;
import dev.sekisho.ruleset.reading.UnsuitableGuard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which layers are asked one after the other: a packet must be accepted by each. */
final class CpOrder {

    /** Of rules of two layers; what comes of them has to stay within the limits of a rule set. */
    private static final long COMBINATIONS = 150_000;

    private final CpDocument document;

    /** A layer of a package that the text does not have is empty. */
    private final List<Optional<CpRulebase>> layers;

    CpOrder(CpDocument document, GuardSelector guard) {
        this.document = document;
        var ofPackage = packaged(guard);
        var named = guard.all(Key.ACL);
        if (!named.isEmpty()) {
            this.layers = named.stream().map(this::named).map(Optional::of).toList();
        } else if (ofPackage.isPresent()) {
            this.layers = ofPackage.get().list("access-layers").stream()
                    .map(this::layer)
                    .toList();
        } else {
            this.layers = List.of(Optional.of(only()));
        }
    }

    RuleSet read(CpLayers reader) {
        var all = new ArrayList<RuleSet>();
        for (var layer : layers) {
            all.add(layer.map(found -> reader.ordered(found, all.isEmpty()))
                    .orElseGet(() -> opaque("the rulebase of a layer of the package is not in the text")));
        }
        return all.stream().reduce(CpOrder::both).orElseGet(() -> opaque("the package has no access layer"));
    }

    /** Where the combinations are too many to follow, what the second layer denies besides is not known. */
    private static RuleSet both(RuleSet first, RuleSet second) {
        var combinations = (long) first.rules().size() * second.rules().size();
        return Conjunction.of(
                first, combinations > COMBINATIONS ? opaque("two layers have too many rules to follow both") : second);
    }

    /** It may accept anything. */
    private static RuleSet opaque(String why) {
        var rules = new RuleCollector();
        rules.permit(RuleMatch.ANY, List.of(why), 0, "the next layer");
        return rules.finish(Action.DENY);
    }

    private Optional<CpRulebase> layer(ConfigurationJson named) {
        return named.isObject()
                ? document.layer(CpObjects.word(named, "uid")).or(() -> document.layer(CpObjects.word(named, "name")))
                : document.layer(named.text());
    }

    private CpRulebase named(String name) {
        return document.layer(name).orElseThrow(() -> UnsuitableGuard.unknown(Key.ACL, name, names(document.layers())));
    }

    private static List<String> names(List<CpRulebase> layers) {
        return layers.stream().map(CpRulebase::name).toList();
    }

    /** The package that the guard names, or the only one; none where layers are named or no package is shown. */
    private Optional<ConfigurationJson> packaged(GuardSelector guard) {
        var names = document.packages.stream()
                .map(one -> CpObjects.word(one, "name"))
                .distinct()
                .toList();
        var named = guard.one(Key.DEVICE_GROUP);
        if (named.isPresent() && !names.contains(named.get())) {
            throw UnsuitableGuard.unknown(Key.DEVICE_GROUP, named.get(), names);
        }
        if (named.isEmpty() && names.size() > 1 && guard.all(Key.ACL).isEmpty()) {
            throw UnsuitableGuard.missing(Key.DEVICE_GROUP, names);
        }
        return document.packages.stream()
                .filter(one -> named.isEmpty() || named.get().equals(CpObjects.word(one, "name")))
                .findFirst();
    }

    /** The only layer that no rule of another one leads to. */
    private CpRulebase only() {
        var inline = inlineLayers();
        var ordered = document.layers().stream()
                .filter(layer -> !inline.contains(layer.uid()) && !inline.contains(layer.name()))
                .toList();
        var candidates = ordered.isEmpty() ? document.layers() : ordered;
        if (candidates.size() != 1) {
            throw UnsuitableGuard.missing(Key.ACL, names(candidates));
        }
        return candidates.get(0);
    }

    private Set<String> inlineLayers() {
        var found = new HashSet<String>();
        for (var layer : document.layers()) {
            document.rules(layer).stream()
                    .flatMap(rule -> rule.field("inline-layer").stream())
                    .map(document.objects::find)
                    .forEach(object -> found.addAll(List.of(object.id(), object.name())));
        }
        found.remove("");
        return found;
    }
}
