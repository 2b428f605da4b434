package dev.sekisho.ruleset.checkpoint;

import dev.sekisho.ruleset.reading.ConfigurationJson;
import dev.sekisho.ruleset.reading.Redaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects that rules name. One object may stand at several places, in more detail at some than at others: a field is
 * looked for at each of them.
 */
final class CpObjects {

    /** What every management server calls by the same UID, in case a dictionary leaves it out. */
    private static final Map<String, String> BUILT_IN = Map.of(
            "97aeb369-9aea-11d5-bd16-0090272ccb30", "Any",
            "97aeb368-9aea-11d5-bd16-0090272ccb30", "All",
            "6c488338-8eec-4103-ad21-cd461ac2c472", "Accept",
            "6c488338-8eec-4103-ad21-cd461ac2c473", "Drop",
            "6c488338-8eec-4103-ad21-cd461ac2c474", "Reject",
            "6c488338-8eec-4103-ad21-cd461ac2c476", "Policy Targets",
            "85c0f50f-6d8a-4528-88ab-5fb11d8fe16c", "Original");

    /** Types of what is no object with addresses or ports, but a word of the rulebase. */
    private static final Set<String> WORDS = Set.of("", "global", "rulebaseaction", "cpmianyobject", "track");

    /** Fields of groups that name objects. */
    private static final List<String> PARTS = List.of("members", "include", "except");

    /** At how many places one object is looked for. */
    private static final int PLACES = 4;

    private final Map<String, List<ConfigurationJson>> byUid = new LinkedHashMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    /** Adds what stands in a field of a rule or group, where an answer shows objects and not their UIDs. */
    void addStanding(ConfigurationJson value) {
        if (value.isArray()) {
            value.items().forEach(this::addStanding);
        } else if (value.isObject()) {
            add(value);
        }
    }

    /** What cannot be told from others by a UID is passed over: nobody can name it. */
    void add(ConfigurationJson object) {
        PARTS.forEach(part -> object.field(part).ifPresent(this::addStanding));
        var uid = word(object, "uid");
        if (uid.isEmpty()) {
            return;
        }
        var places = byUid.computeIfAbsent(uid, none -> new ArrayList<>(1));
        if (places.isEmpty()) {
            byName.computeIfAbsent(word(object, "name"), none -> new ArrayList<>(1))
                    .add(uid);
        }
        var fields = object.fields().keySet();
        if (places.size() < PLACES
                && places.stream().noneMatch(known -> known.fields().keySet().containsAll(fields))) {
            places.add(object);
        }
    }

    Collection<List<ConfigurationJson>> all() {
        return byUid.values();
    }

    /** One that a rule names: by its UID, by a name that only one has, or as it stands there. */
    CpObject find(ConfigurationJson named) {
        if (named.isObject()) {
            return find(word(named, "uid").isEmpty() ? word(named, "name") : word(named, "uid"), named);
        }
        return find(named.isText() ? named.text() : "", null);
    }

    private CpObject find(String name, @Nullable ConfigurationJson standing) {
        var found = byUid.get(name);
        if (found == null
                && !name.isEmpty()
                && byName.getOrDefault(name, List.of()).size() == 1) {
            found = byUid.get(byName.get(name).get(0));
        }
        if (found == null && standing != null) {
            found = List.of(standing);
        }
        return new CpObject(name, found == null ? List.of() : List.copyOf(found));
    }

    /** The text of a field, "" where there is none. */
    static String word(ConfigurationJson object, String field) {
        return object.field(field)
                .filter(ConfigurationJson::isText)
                .map(ConfigurationJson::text)
                .orElse("");
    }

    /**
     * An object as a rule names it.
     *
     * @param id its UID
     * @param places where it stands; none if the text does not have it
     */
    record CpObject(String id, List<ConfigurationJson> places) {

        boolean isKnown() {
            return !places.isEmpty() || BUILT_IN.containsKey(id);
        }

        /** In lower case. */
        String type() {
            return text("type").toLowerCase(Locale.ROOT);
        }

        String name() {
            var stated = text("name");
            return stated.isEmpty() ? BUILT_IN.getOrDefault(id, id) : stated;
        }

        String shown() {
            return "'" + Redaction.value(name()) + "'";
        }

        /** Whether it is a word that every server has, such as Any, and not somebody's object of that name. */
        boolean is(String word) {
            return WORDS.contains(type()) && name().equalsIgnoreCase(word);
        }

        boolean isAny() {
            return is("Any") || is("All");
        }

        /** The first of its places that states the field and leaves it neither null nor empty. */
        Optional<ConfigurationJson> field(String field) {
            return places.stream()
                    .flatMap(place -> place.field(field).stream())
                    .filter(found -> !found.isText() || !found.text().isEmpty())
                    .findFirst();
        }

        /** "" where it is not stated. */
        String text(String field) {
            return field(field)
                    .filter(found -> found.isText() || found.isWhole())
                    .map(ConfigurationJson::word)
                    .orElse("");
        }

        boolean flag(String field) {
            return field(field)
                    .filter(found -> found.kind().isBoolean())
                    .map(ConfigurationJson::flag)
                    .orElse(false);
        }

        List<ConfigurationJson> list(String field) {
            return places.stream()
                    .flatMap(place -> place.field(field).stream())
                    .filter(found -> found.isArray() && !found.items().isEmpty())
                    .findFirst()
                    .map(ConfigurationJson::items)
                    .orElse(List.of());
        }
    }
}
