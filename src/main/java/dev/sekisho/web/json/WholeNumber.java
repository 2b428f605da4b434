package dev.sekisho.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * Reads whole numbers however they are written: 50.0 is one by the rules of JSON Schema, and some clients write every
 * number with a fraction. 50.5 is none.
 */
final class WholeNumber<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient JsonDeserializer<T> digits;
    private final transient Function<BigDecimal, T> exact;

    /**
     * @param digits reads what is written without a fraction
     * @param exact refuses what is no such number with an {@link ArithmeticException}
     */
    WholeNumber(Class<?> type, JsonDeserializer<T> digits, Function<BigDecimal, T> exact) {
        super(type);
        this.digits = digits;
        this.exact = exact;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            return digits.deserialize(parser, context);
        }
        BigDecimal number = parser.getDecimalValue();
        try {
            return exact.apply(number);
        } catch (ArithmeticException fraction) {
            throw InvalidFormatException.from(parser, "not a whole number", number, handledType());
        }
    }

    @Override
    public T getNullValue(DeserializationContext context) throws com.fasterxml.jackson.databind.JsonMappingException {
        return digits.getNullValue(context);
    }
}
