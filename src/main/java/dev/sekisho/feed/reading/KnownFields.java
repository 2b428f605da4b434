package dev.sekisho.feed.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields and versions of a format that are known. What a publisher adds is told then, and not dropped in silence: one
 * field more may turn what all others say. They stand in {@code <feed>.fields} beside this class, as data.
 */
public final class KnownFields {
    private static final String FOLLOWS = " = ";
    private static final String AMONG = " in ";
    private static final String WHATEVER = "/";
    private static final char ANY = '*';

    /** Names of fields by the path of their object; with a stroke at the end where anything may stand in them. */
    private final Map<String, Set<String>> fields = new HashMap<>();

    /** Objects that have the fields of another. */
    private final Map<String, String> same = new HashMap<>();

    private final Map<String, List<String>> versions = new HashMap<>();

    private KnownFields() {}

    public static KnownFields of(String feed) {
        var known = new KnownFields();
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KnownFields.class.getResourceAsStream(feed + ".fields")),
                StandardCharsets.UTF_8))) {
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(known::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private void add(String line) {
        if (line.contains(FOLLOWS)) {
            String[] sides = line.split(FOLLOWS, 2);
            same.put(sides[0].strip(), sides[1].strip());
        } else if (line.contains(AMONG)) {
            String[] sides = line.split(AMONG, 2);
            versions.put(sides[0].strip(), words(sides[1]));
        } else {
            int at = line.indexOf(':');
            fields.computeIfAbsent(line.substring(0, at).strip(), path -> new HashSet<>())
                    .addAll(words(line.substring(at + 1)));
        }
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.strip().split("\\s+"));
    }

    /** Tells what is not known of a whole document. */
    public void look(JsonNode document, ReadCounts tally) {
        look(document, "", tally);
    }

    /** Tells what is not known of a part of a document; lists stand for what is in them. */
    public void look(JsonNode part, String path, ReadCounts tally) {
        look(part, path, path, tally);
    }

    /**
     * @param path where the fields of this object are listed
     * @param shown where it stands in the document
     */
    private void look(JsonNode part, String path, String shown, ReadCounts tally) {
        if (part.isArray()) {
            part.forEach(one -> look(one, path, shown, tally));
        } else if (part.isObject()) {
            String listed = same.getOrDefault(path, path);
            part.properties().forEach(field -> {
                String name = field.getKey();
                String inside = beneath(shown, name);
                switch (kind(listed, name)) {
                    case UNKNOWN -> tally.unknown(inside);
                    case KNOWN -> look(field.getValue(), beneath(listed, name), inside, tally);
                    case WHATEVER -> {}
                }
            });
        } else {
            version(path, shown, part, tally);
        }
    }

    /** Tells a field at the top of a document that is read as a stream, where it is not known. */
    public void name(String name, ReadCounts tally) {
        if (kind("", name) == Kind.UNKNOWN) {
            tally.unknown(name);
        }
    }

    /** Tells a version of the format that is not known. */
    public void version(String path, JsonNode value, ReadCounts tally) {
        version(path, path, value, tally);
    }

    private void version(String path, String shown, JsonNode value, ReadCounts tally) {
        List<String> among = versions.get(path);
        if (among != null && !value.isNull() && among.stream().noneMatch(one -> fits(one, value.asText()))) {
            tally.unknown(shown + " " + value.asText());
        }
    }

    private enum Kind {
        KNOWN,
        WHATEVER,
        UNKNOWN
    }

    private Kind kind(String path, String name) {
        Set<String> known = fields.getOrDefault(path, Set.of());
        if (known.contains(name)) {
            return Kind.KNOWN;
        }
        boolean whatever = known.stream()
                .filter(one -> one.endsWith(WHATEVER))
                .anyMatch(one -> fits(one.substring(0, one.length() - 1), name));
        return whatever ? Kind.WHATEVER : Kind.UNKNOWN;
    }

    private static boolean fits(String pattern, @Nullable String text) {
        int last = pattern.length() - 1;
        return text != null
                && (pattern.charAt(last) == ANY ? text.startsWith(pattern.substring(0, last)) : text.equals(pattern));
    }

    private static String beneath(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
