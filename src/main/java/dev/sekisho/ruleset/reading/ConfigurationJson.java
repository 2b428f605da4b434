package dev.sekisho.ruleset.reading;

import com.fasterxml.jackson.core.JsonToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows where it stands, so that every refusal names line, column and JSON pointer.
 *
 * @param value a map for an object, a list for an array, text for a string or number, nothing else otherwise
 */
public record ConfigurationJson(
        JsonToken kind, @Nullable Object value, @Nullable ConfigurationJson parent, String key, int line, int column) {

    public static ConfigurationJson parse(String text) {
        return new JsonReading(text).read();
    }

    /** Answers of several calls, one after the other, as an array of them. */
    public static ConfigurationJson parseSeveral(String text) {
        return new JsonReading(text).readSeveral();
    }

    public boolean isObject() {
        return kind == JsonToken.START_OBJECT;
    }

    public boolean isArray() {
        return kind == JsonToken.START_ARRAY;
    }

    public boolean isText() {
        return kind == JsonToken.VALUE_STRING;
    }

    public boolean isWhole() {
        return kind == JsonToken.VALUE_NUMBER_INT;
    }

    public boolean isNull() {
        return kind == JsonToken.VALUE_NULL;
    }

    @SuppressWarnings("unchecked")
    public Map<String, ConfigurationJson> fields() {
        require(isObject(), "an object is expected");
        return (Map<String, ConfigurationJson>) content();
    }

    @SuppressWarnings("unchecked")
    public List<ConfigurationJson> items() {
        require(isArray(), "an array is expected");
        return (List<ConfigurationJson>) content();
    }

    /** The field, unless it is missing or null. */
    public Optional<ConfigurationJson> field(String name) {
        return Optional.ofNullable(fields().get(name)).filter(field -> !field.isNull());
    }

    public ConfigurationJson required(String name) {
        return field(name).orElseThrow(() -> refusal("the field '" + name + "' is missing"));
    }

    /** The items of the field, none if it is missing or null. */
    public List<ConfigurationJson> list(String name) {
        return field(name).map(ConfigurationJson::items).orElse(List.of());
    }

    public String text() {
        require(isText(), "a string is expected");
        return (String) content();
    }

    public Optional<String> text(String name) {
        return field(name).map(ConfigurationJson::text);
    }

    public int number() {
        require(isWhole() && ((String) content()).length() <= 9, "a whole number is expected");
        return Integer.parseInt((String) content());
    }

    /** A whole number or a string of one: -1 stands for any in cloud APIs. */
    public int signed() {
        require(word().matches("-?[0-9]{1,8}"), "a whole number is expected");
        return Integer.parseInt(word());
    }

    public boolean flag() {
        require(kind.isBoolean(), "true or false is expected");
        return kind == JsonToken.VALUE_TRUE;
    }

    /** A string or a number as text: APIs write ports and protocols both ways. */
    public String word() {
        require(isText() || isWhole(), "a string or a number is expected");
        return (String) content();
    }

    public void onlyFields(Set<String> known) {
        fields().forEach((name, field) ->
                field.require(known.contains(name), "the field '" + Redaction.value(name) + "' is unknown"));
    }

    public void require(boolean held, String reason) {
        if (!held) {
            throw refusal(reason);
        }
    }

    public UnreadableConfiguration refusal(String reason) {
        return new UnreadableConfiguration(line, column, reason + " at " + (parent == null ? "the top" : pointer()));
    }

    public String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/"
                        + Redaction.value(key.replace("~", "~0").replace("/", "~1"));
    }

    private Object content() {
        return value == null ? "" : value;
    }
}
