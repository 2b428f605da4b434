package dev.sekisho.firewall.reader;

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
record Json(
        JsonToken kind, @Nullable Object value, @Nullable Json parent, String key, int line, int column) {

    static Json parse(String text) {
        return new JsonReading(text).read();
    }

    /** Answers of several calls, one after the other, as an array of them. */
    static Json parseSeveral(String text) {
        return new JsonReading(text).readSeveral();
    }

    boolean isObject() {
        return kind == JsonToken.START_OBJECT;
    }

    boolean isArray() {
        return kind == JsonToken.START_ARRAY;
    }

    boolean isText() {
        return kind == JsonToken.VALUE_STRING;
    }

    boolean isWhole() {
        return kind == JsonToken.VALUE_NUMBER_INT;
    }

    boolean isNull() {
        return kind == JsonToken.VALUE_NULL;
    }

    @SuppressWarnings("unchecked")
    Map<String, Json> fields() {
        require(isObject(), "an object is expected");
        return (Map<String, Json>) content();
    }

    @SuppressWarnings("unchecked")
    List<Json> items() {
        require(isArray(), "an array is expected");
        return (List<Json>) content();
    }

    /** The field, unless it is missing or null. */
    Optional<Json> field(String name) {
        return Optional.ofNullable(fields().get(name)).filter(field -> !field.isNull());
    }

    Json required(String name) {
        return field(name).orElseThrow(() -> refusal("the field '" + name + "' is missing"));
    }

    /** The items of the field, none if it is missing or null. */
    List<Json> list(String name) {
        return field(name).map(Json::items).orElse(List.of());
    }

    String text() {
        require(isText(), "a string is expected");
        return (String) content();
    }

    Optional<String> text(String name) {
        return field(name).map(Json::text);
    }

    int number() {
        require(isWhole() && ((String) content()).length() <= 9, "a whole number is expected");
        return Integer.parseInt((String) content());
    }

    /** A whole number or a string of one: -1 stands for any in cloud APIs. */
    int signed() {
        require(word().matches("-?[0-9]{1,8}"), "a whole number is expected");
        return Integer.parseInt(word());
    }

    boolean flag() {
        require(kind.isBoolean(), "true or false is expected");
        return kind == JsonToken.VALUE_TRUE;
    }

    /** A string or a number as text: APIs write ports and protocols both ways. */
    String word() {
        require(isText() || isWhole(), "a string or a number is expected");
        return (String) content();
    }

    void onlyFields(Set<String> known) {
        fields().forEach((name, field) ->
                field.require(known.contains(name), "the field '" + Redaction.value(name) + "' is unknown"));
    }

    void require(boolean held, String reason) {
        if (!held) {
            throw refusal(reason);
        }
    }

    UnreadableConfiguration refusal(String reason) {
        return new UnreadableConfiguration(line, column, reason + " at " + (parent == null ? "the top" : pointer()));
    }

    String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/"
                        + Redaction.value(key.replace("~", "~0").replace("/", "~1"));
    }

    private Object content() {
        return value == null ? "" : value;
    }
}
