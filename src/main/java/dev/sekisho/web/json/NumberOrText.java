package dev.sekisho.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads text that may be a number, such as a port, whether it stands in quotes or not. */
public final class NumberOrText extends StdScalarDeserializer<String> {
    private final SoundText text = new SoundText();

    NumberOrText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT) ? parser.getText() : text.deserialize(parser, context);
    }
}
