package dev.sekisho.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** Reads only what the contract says: no unknown or repeated property, no coercion, no depth or length without end. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    /** Deepest nesting of arrays and objects taken. */
    public static final int MAX_DEPTH = 64;

    /** Most names, values and brackets taken: a million different names alone would take seconds to tell apart. */
    private static final long MAX_TOKENS = 200_000;

    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_STRING_LENGTH = 5_000_000;
    private static final int MAX_NAME_LENGTH = 1_000;

    /** After the modules the framework brings, which read times in any form. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(constraints());
        mapper.getFactory().setInputDecorator(new SoundBytes());
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        allowIntegersAsFractions(mapper);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        mapper.registerModule(new SimpleModule()
                .addDeserializer(String.class, new SoundText())
                .addDeserializer(LocalDate.class, new SoundTime<>(LocalDate.class, Times::date))
                .addDeserializer(Instant.class, new SoundTime<>(Instant.class, Times::instant))
                .addDeserializer(Integer.class, whole(Integer.class))
                .addDeserializer(Integer.TYPE, whole(Integer.TYPE))
                .setDeserializerModifier(new SoundEnums()));
    }

    @SuppressWarnings("unchecked")
    private static JsonDeserializer<Integer> whole(Class<Integer> type) {
        var digits = (JsonDeserializer<Integer>) NumberDeserializers.find(type, type.getName());
        return new WholeNumber<>(type, digits, BigDecimal::intValueExact);
    }

    private static void allowIntegersAsFractions(ObjectMapper mapper) {
        mapper.coercionConfigFor(LogicalType.Float)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert)
                .setCoercion(CoercionInputShape.Float, CoercionAction.TryConvert);
        mapper.coercionConfigFor(LogicalType.Integer)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert);
        mapper.coercionConfigFor(LogicalType.Boolean)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.TryConvert);
    }

    /** What is taken, in words. */
    public static String limits() {
        return String.format(
                Locale.ROOT,
                "JSON is taken up to %,d levels deep, with %,d names, values and brackets at most, names of %,d, numbers of"
                        + " %,d and texts of %,d characters.",
                MAX_DEPTH,
                MAX_TOKENS,
                MAX_NAME_LENGTH,
                MAX_NUMBER_LENGTH,
                MAX_STRING_LENGTH);
    }

    static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxTokenCount(MAX_TOKENS)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxStringLength(MAX_STRING_LENGTH)
                .maxNameLength(MAX_NAME_LENGTH)
                .build();
    }
}
