package dev.sekisho.ruleset.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON document within limits; what the parser says about bad input is not repeated, for it quotes it. */
final class JsonReading {

    private static final int VALUES = 2_500_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(ConfigurationLimits.NESTING)
                    .maxStringLength(1_000_000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final String text;
    private int values;

    JsonReading(String text) {
        this.text = text;
    }

    ConfigurationJson read() {
        return read(parser -> {
            var root = value(parser, null, "");
            if (parser.nextToken() != null) {
                throw refusal(parser, "something follows the JSON document");
            }
            return root;
        });
    }

    /** One document, or an array of several that follow one another. */
    ConfigurationJson readSeveral() {
        return read(parser -> {
            var first = value(parser, null, "");
            var all = new ArrayList<ConfigurationJson>();
            all.add(first);
            while (parser.nextToken() != null) {
                all.add(value(parser, null, ""));
                refuseMany(parser, all.size());
            }
            return all.size() == 1
                    ? first
                    : new ConfigurationJson(JsonToken.START_ARRAY, all, null, "", first.line(), first.column());
        });
    }

    private interface Reading {
        ConfigurationJson read(JsonParser parser) throws IOException;
    }

    private ConfigurationJson read(Reading reading) {
        try (var parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw refusal(parser, "the document is empty");
            }
            return reading.read(parser);
        } catch (JsonProcessingException e) {
            throw refusal(e);
        } catch (IOException e) {
            throw new UnreadableConfiguration(1, 1, "the document cannot be read");
        }
    }

    private ConfigurationJson value(JsonParser parser, @Nullable ConfigurationJson parent, String key)
            throws IOException {
        var at = parser.currentTokenLocation();
        var kind = parser.currentToken();
        if (++values > VALUES) {
            throw refusal(parser, "the document has more than " + VALUES + " values");
        }
        return switch (kind) {
            case START_OBJECT ->
                object(
                        parser,
                        new ConfigurationJson(
                                kind, new LinkedHashMap<>(4), parent, key, at.getLineNr(), at.getColumnNr()));
            case START_ARRAY ->
                array(
                        parser,
                        new ConfigurationJson(kind, new ArrayList<>(2), parent, key, at.getLineNr(), at.getColumnNr()));
            default ->
                new ConfigurationJson(kind, content(parser, kind), parent, key, at.getLineNr(), at.getColumnNr());
        };
    }

    private ConfigurationJson object(JsonParser parser, ConfigurationJson object) throws IOException {
        Map<String, ConfigurationJson> fields = object.fields();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser, object, name));
            refuseMany(parser, fields.size());
        }
        return object;
    }

    private ConfigurationJson array(JsonParser parser, ConfigurationJson array) throws IOException {
        var items = array.items();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, array, Integer.toString(items.size())));
            refuseMany(parser, items.size());
        }
        return array;
    }

    private static @Nullable Object content(JsonParser parser, JsonToken kind) throws IOException {
        return kind == JsonToken.VALUE_STRING || kind.isNumeric() ? parser.getText() : null;
    }

    private static void refuseMany(JsonParser parser, int size) {
        if (size > ConfigurationLimits.RULES) {
            throw refusal(parser, "a list has more than " + ConfigurationLimits.RULES + " entries");
        }
    }

    private static UnreadableConfiguration refusal(JsonParser parser, String reason) {
        var at = parser.currentLocation();
        return new UnreadableConfiguration(at.getLineNr(), at.getColumnNr(), reason);
    }

    private static UnreadableConfiguration refusal(JsonProcessingException e) {
        var at = e.getLocation();
        return new UnreadableConfiguration(
                at == null ? 1 : Math.max(1, at.getLineNr()),
                at == null ? 1 : Math.max(1, at.getColumnNr()),
                reason(e));
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "the document nests deeper than " + ConfigurationLimits.NESTING
                    + " levels or has an oversized value";
        }
        if (e instanceof JsonEOFException) {
            return "the document ends before it is complete";
        }
        return e instanceof JsonParseException
                        && String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
                ? "a field stands twice in one object"
                : "this is not JSON";
    }
}
