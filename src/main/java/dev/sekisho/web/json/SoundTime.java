package dev.sekisho.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads days and instants: only text, in the one form the contract states. */
final class SoundTime<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> reader;

    /** @param reader refuses a text that is not of the form with a {@link DateTimeException} */
    SoundTime(Class<T> type, Function<String, T> reader) {
        super(type);
        this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw MismatchedInputException.from(parser, handledType(), "text is expected");
        }
        String text = parser.getText();
        try {
            return reader.apply(text);
        } catch (DateTimeException unreadable) {
            throw InvalidFormatException.from(parser, "not of the form", text, handledType());
        }
    }
}
