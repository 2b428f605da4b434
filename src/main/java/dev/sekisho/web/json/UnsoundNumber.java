package dev.sekisho.web.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;

/** A number nobody means, or one that cannot be held as it was written: something went wrong where it was written. */
public final class UnsoundNumber extends JsonParseException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /** @param fault what it is, as the beginning of a sentence */
    UnsoundNumber(JsonParser parser, String fault) {
        super(parser, fault);
        pointer = parser.getParsingContext().pathAsPointer().toString();
    }

    /** The JSON pointer (RFC 6901) to it. */
    public String pointer() {
        return pointer;
    }
}
