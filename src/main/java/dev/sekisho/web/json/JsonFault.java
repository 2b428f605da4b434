package dev.sekisho.web.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** Why a text is not read as JSON, in words of ours: the parser speaks of its own settings and methods. */
public final class JsonFault {
    private JsonFault() {}

    public static String words(JsonProcessingException failure) {
        if (failure instanceof StreamConstraintsException) {
            return "it nests too deep or holds a value that is too long";
        }
        if (failure instanceof JsonEOFException) {
            return "it ends before it is complete";
        }
        if (failure instanceof JsonParseException
                && String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate field")) {
            return "a property stands twice in one object";
        }
        return "it is not JSON";
    }
}
