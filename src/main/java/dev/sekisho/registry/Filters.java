package dev.sekisho.registry;

import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a list into the values of attributes. */
final class Filters {
    private static final int LONGEST = 300;

    private Filters() {}

    static Map<String, Object> of(Registry<?, ?> registry, ListQuery query) {
        var values = new TreeMap<String, Object>();
        registry.filters().forEach((name, type) -> {
            Object value = value(query, name, type);
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object value(ListQuery query, String name, Class<?> type) {
        if (type.isEnum()) {
            return query.filter(name, (Class) type);
        }
        String asked = query.filter(name);
        if (asked != null && asked.length() > LONGEST) {
            throw ProblemException.at(ProblemType.INVALID, name, name + " is longer than " + LONGEST + " characters.");
        }
        return asked;
    }

    /** One object of a collection, in words: third-parties, third party. */
    static String singular(String collection) {
        String words = collection.replace('-', ' ');
        return words.endsWith("ies")
                ? words.substring(0, words.length() - 3) + "y"
                : words.substring(0, words.length() - 1);
    }
}
