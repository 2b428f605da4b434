package dev.sekisho.web.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;

/** A number that is read as a negative zero, which nobody means: something went wrong where it was written. */
public final class NegativeZero extends JsonParseException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    NegativeZero(JsonParser parser) {
        super(parser, "a negative zero");
        pointer = parser.getParsingContext().pathAsPointer().toString();
    }

    /** The JSON pointer (RFC 6901) to it. */
    public String pointer() {
        return pointer;
    }
}
