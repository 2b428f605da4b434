package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Sections;
import dev.sekisho.ruleset.reading.Sections.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What answers of the management API tell together: rulebases, objects, packages, the description of layers and the global
 * properties. They follow one another, as calls print them, or stand in one array.
 */
final class CpDocument {

    final CpObjects objects = new CpObjects();
    final List<ConfigurationJson> packages = new ArrayList<>();
    final List<ConfigurationJson> globals = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    /** By their UIDs, or names where there is none. */
    private final Map<String, CpRulebase> layers = new LinkedHashMap<>();

    private final Map<String, CpRulebase> translations = new LinkedHashMap<>();
    private final Map<String, String> cleanups = new LinkedHashMap<>();
    private final Map<CpRulebase, List<ConfigurationJson>> rules = new LinkedHashMap<>();

    static CpDocument of(String text) {
        var document = new CpDocument();
        var root = ConfigurationJson.parseSeveral(text);
        document.add(root);
        if (document.layers.isEmpty()) {
            throw root.refusal("an access rulebase of the management API is expected (show access-rulebase)");
        }
        Stream.concat(document.layers.values().stream(), document.translations.values().stream())
                .forEach(rulebase -> document.rules.put(rulebase, rulebase.rules()));
        document.rules.values().stream()
                .flatMap(List::stream)
                .forEach(rule -> rule.fields().values().forEach(document.objects::addStanding));
        return document;
    }

    private void add(ConfigurationJson answer) {
        if (answer.isArray()) {
            answer.items().forEach(this::add);
            return;
        }
        answer.require(answer.isObject(), "an answer of the management API is expected");
        answer.list("objects-dictionary").forEach(objects::add);
        var type = CpObjects.word(answer, "type");
        if (answer.field("rulebase").isPresent()) {
            addRulebase(answer);
        } else if (type.equals("package")) {
            packages.add(answer);
        } else if (type.equals("access-layer")) {
            describe(answer);
        } else if (answer.field("packages").isPresent()) {
            answer.list("packages").forEach(packages::add);
        } else if (answer.field("access-layers").isPresent()) {
            answer.list("access-layers").forEach(this::describe);
        } else if (answer.field("objects").isPresent()) {
            answer.list("objects").forEach(objects::add);
        } else if (answer.field("firewall").filter(ConfigurationJson::isObject).isPresent()) {
            globals.add(answer);
        } else if (answer.field("code").isPresent() && answer.field("message").isPresent()) {
            notes.add("line " + answer.line() + ": this answer is an error");
        } else {
            answer.require(!type.isEmpty() && answer.field("uid").isPresent(), "what this answers is not known");
            objects.add(answer);
        }
        answer.list("inline-layers").stream()
                .filter(ConfigurationJson::isObject)
                .forEach(this::add);
    }

    private void addRulebase(ConfigurationJson answer) {
        var kind = kind(answer.required("rulebase"));
        var id = CpObjects.word(answer, "uid");
        var key = id.isEmpty() ? CpObjects.word(answer, "name") : id;
        if (kind.startsWith("nat-") || kind.isEmpty() && answer.field("name").isEmpty()) {
            translations.computeIfAbsent(key, none -> new CpRulebase()).add(answer);
        } else if (kind.isEmpty() || kind.startsWith("access-") || kind.equals("place-holder")) {
            answer.require(!key.isEmpty(), "a rulebase has a name");
            layers.computeIfAbsent(key, none -> new CpRulebase()).add(answer);
        } else {
            notes.add("line " + answer.line() + ": this rulebase is not one of access");
        }
    }

    /** What it has rules or sections of. */
    private static String kind(ConfigurationJson rulebase) {
        return rulebase.items().stream()
                .filter(ConfigurationJson::isObject)
                .map(item -> CpObjects.word(item, "type"))
                .filter(type -> !type.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void describe(ConfigurationJson layer) {
        var action = CpObjects.word(layer, "implicit-cleanup-action");
        if (!action.isEmpty()) {
            cleanups.putIfAbsent(CpObjects.word(layer, "uid"), action);
        }
    }

    List<CpRulebase> layers() {
        return List.copyOf(layers.values());
    }

    Optional<CpRulebase> layer(String nameOrUid) {
        return Optional.ofNullable(layers.get(nameOrUid)).or(() -> {
            var called = layers.values().stream()
                    .filter(layer -> layer.isCalled(nameOrUid))
                    .toList();
            return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
        });
    }

    List<ConfigurationJson> rules(CpRulebase rulebase) {
        return rules.getOrDefault(rulebase, List.of());
    }

    /** What a layer does with what none of its rules takes: in lower case, empty where nobody says it. */
    Optional<String> cleanup(CpRulebase layer) {
        return layer.cleanup().or(() -> Optional.ofNullable(cleanups.get(layer.uid())));
    }

    /** Whether it tells where destinations are translated to, be it that nothing is. */
    boolean showsTranslations() {
        return !translations.isEmpty()
                || !packages.isEmpty()
                        && packages.stream()
                                .allMatch(one -> one.field("nat-policy")
                                        .filter(flag -> flag.kind().isBoolean() && !flag.flag())
                                        .isPresent());
    }

    /** Whether translations are of several packages, and nobody says which ones are of which. */
    boolean mixesTranslations() {
        return translations.size() > 1;
    }

    List<ConfigurationJson> translationRules() {
        return translations.values().stream()
                .flatMap(rulebase -> rules(rulebase).stream())
                .toList();
    }

    Sections sections() {
        var sections = new Sections();
        layers.values().forEach(layer -> sections.declare(section(layer)));
        return sections;
    }

    static Section section(CpRulebase layer) {
        return Section.of("access layer", layer.name(), layer.first().line());
    }
}
