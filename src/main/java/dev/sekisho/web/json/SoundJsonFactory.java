package dev.sekisho.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes parsers that take no negative zero and no number too small to be held, whatever it is read into afterwards. */
final class SoundJsonFactory extends JsonFactory {
    private static final long serialVersionUID = 1L;

    SoundJsonFactory() {}

    private SoundJsonFactory(SoundJsonFactory other) {
        super(other, null);
    }

    /** The framework writes answers with a copy of its own. */
    @Override
    public JsonFactory copy() {
        return new SoundJsonFactory(this);
    }

    @Override
    protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
        return new Watching(super._createParser(in, context));
    }

    @Override
    protected JsonParser _createParser(Reader reader, IOContext context) throws IOException {
        return new Watching(super._createParser(reader, context));
    }

    @Override
    protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) throws IOException {
        return new Watching(super._createParser(data, offset, length, context));
    }

    @Override
    protected JsonParser _createParser(char[] data, int offset, int length, IOContext context, boolean recyclable)
            throws IOException {
        return new Watching(super._createParser(data, offset, length, context, recyclable));
    }

    private static final class Watching extends JsonParserDelegate {
        /** Only with an exponent can so short a number be too small. */
        private static final Pattern SCIENTIFIC = Pattern.compile("[eE]");

        private static final Pattern SIGNIFICANT = Pattern.compile("[0.]*[1-9]");

        Watching(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            return watched(super.nextToken());
        }

        @Override
        public @Nullable JsonToken nextValue() throws IOException {
            return watched(super.nextValue());
        }

        private @Nullable JsonToken watched(@Nullable JsonToken token) throws IOException {
            if (token != null && token.isNumeric()) {
                String fault = fault(getText());
                if (fault != null) {
                    throw new UnsoundNumber(this, fault);
                }
            }
            return token;
        }

        private static @Nullable String fault(String number) {
            boolean negative = number.charAt(0) == '-';
            if (!negative && !SCIENTIFIC.matcher(number).find() || Double.parseDouble(number) != 0) {
                return null;
            }
            if (negative) {
                return "a negative zero";
            }
            return SIGNIFICANT.matcher(number).lookingAt() ? "a number this close to zero" : null;
        }
    }
}
