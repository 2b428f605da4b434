package dev.sekisho.feed.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.matching.published.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields of one record by name and type. A field of the wrong type is refused and not converted: the number 7.10 read as
 * a version would become 7.1.
 */
public record Fields(String feed, String place, JsonNode node) {

    /** @param place what a person looks for in the file, such as the record's id */
    public static Fields of(String feed, String place, JsonNode node) {
        if (!node.isObject()) {
            throw new UnreadableFeed(feed, place, "an object was expected, found " + kind(node));
        }
        return new Fields(feed, place, node);
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean has(String name) {
        JsonNode value = node.get(name);
        return value != null && !value.isNull();
    }

    @Nullable
    public String text(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(name, "text", value);
        }
        String text = value.textValue().strip();
        return text.isEmpty() ? null : text;
    }

    /** A time; null where there is none. */
    @Nullable
    public Instant instant(String name) {
        String text = text(name);
        Instant at = Dates.instant(text);
        if (text != null && at == null) {
            throw refusal("the field " + name + " is not a time: " + text);
        }
        return at;
    }

    /** One of some words; null where there is none. */
    @Nullable
    public String oneOf(String name, List<String> words) {
        String text = text(name);
        if (text != null && !words.contains(text)) {
            throw refusal("the field " + name + " is " + text + " and should be one of " + words);
        }
        return text;
    }

    /** Refuses a field that is there and is no list, where its elements may be of several kinds. */
    public void refuseNoList(String name) {
        array(name);
    }

    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    public String required(String name) {
        String text = text(name);
        if (text == null) {
            throw refusal("the field " + name + " is missing");
        }
        return text;
    }

    @Nullable
    public Double number(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw wrong(name, "a number", value);
        }
        return value.doubleValue();
    }

    public boolean flag(String name, boolean otherwise) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return value.booleanValue();
    }

    @Nullable
    public Fields object(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw wrong(name, "an object", value);
        }
        return new Fields(feed, place, value);
    }

    public Fields requiredObject(String name) {
        Fields object = object(name);
        if (object == null) {
            throw refusal("the object " + name + " is missing");
        }
        return object;
    }

    /** Elements of an array of objects; none when the field is absent. */
    public List<Fields> objects(String name) {
        List<Fields> found = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isObject()) {
                throw wrong(name, "a list of objects", element);
            }
            found.add(new Fields(feed, place, element));
        }
        return found;
    }

    public Set<String> texts(String name) {
        Set<String> found = new LinkedHashSet<>();
        for (JsonNode element : array(name)) {
            if (!element.isTextual()) {
                throw wrong(name, "a list of text", element);
            }
            if (!element.textValue().isBlank()) {
                found.add(element.textValue().strip());
            }
        }
        return found;
    }

    private Iterable<JsonNode> array(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, "a list", value);
        }
        return value;
    }

    public UnreadableFeed refusal(String reason) {
        return new UnreadableFeed(feed, place, reason);
    }

    private UnreadableFeed wrong(String name, String expected, JsonNode value) {
        return refusal("the field " + name + " should be " + expected + " and is " + kind(value));
    }
}
