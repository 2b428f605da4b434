package dev.sekisho.web.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.sekisho.web.json.StrictJson;
import dev.sekisho.web.json.UnsoundNumber;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in words and with a pointer what is wrong with a body. */
public final class JsonProblems {
    private static final Map<Class<?>, String> WANTED = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(LocalDate.class, "a date like 2026-01-31"),
            Map.entry(Instant.class, "an instant like 2026-01-31T09:00:00Z"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(int.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(long.class, "a whole number"),
            Map.entry(Double.class, "a number"),
            Map.entry(double.class, "a number"),
            Map.entry(BigDecimal.class, "a number"));

    private JsonProblems() {}

    public static ProblemException of(JsonProcessingException failure) {
        ProblemException unsound = unsound(failure);
        if (unsound != null) {
            return unsound;
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return at(
                    unknown,
                    "the property " + shown(unknown.getPropertyName()) + " is not known here" + known(unknown));
        }
        if (failure instanceof InvalidFormatException format) {
            return at(format, "the value " + shown(format.getValue()) + " is not " + wanted(format.getTargetType()));
        }
        if (failure instanceof ValueInstantiationException refused && cause(refused) != null) {
            return at(refused, String.valueOf(cause(refused)));
        }
        if (failure instanceof JsonMappingException mapping && mapping.getCause() instanceof InputCoercionException) {
            return at(mapping, "the number lies outside of its limits");
        }
        if (failure instanceof JsonMappingException mapping && !(mapping.getCause() instanceof StreamReadException)) {
            String said = cause(mapping);
            return at(mapping, said == null ? "the value is of the wrong type" + wantedBy(mapping) : said);
        }
        return ProblemException.of(ProblemType.MALFORMED, "The body is not valid JSON" + place(failure) + ".");
    }

    /** What is wrong where the body is valid JSON and yet not taken by the parser. */
    public static @Nullable ProblemException unsound(JsonProcessingException failure) {
        UnsoundNumber number = find(failure, UnsoundNumber.class);
        if (number != null) {
            return at(number.pointer(), number.getOriginalMessage() + " is not taken");
        }
        if (find(failure, StreamConstraintsException.class) != null) {
            String limits = StrictJson.limits();
            return ProblemException.of(ProblemType.MALFORMED, limits, List.of(new Problem.FieldError(null, limits)));
        }
        return null;
    }

    /** What failed, where that happened while an object around it was read. */
    private static <T> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
        return failure == null || type.isInstance(failure) ? type.cast(failure) : find(failure.getCause(), type);
    }

    /** Only our own value types explain themselves with these two; anything else would speak of the inside. */
    private static @Nullable String cause(JsonMappingException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof IllegalArgumentException || cause instanceof DateTimeException) {
            return cause.getStackTrace().length > 0 ? cause.getMessage() : null;
        }
        return null;
    }

    private static ProblemException at(JsonMappingException failure, String detail) {
        return at(pointer(failure), detail);
    }

    private static ProblemException at(String pointer, String detail) {
        String said = pointer.isEmpty() ? detail.replaceFirst("^the value ", "") : detail;
        return ProblemException.of(
                ProblemType.INVALID,
                named(pointer) + " " + said + ".",
                List.of(new Problem.FieldError(pointer, detail)));
    }

    /** A pointer as the subject of a sentence; the one to the whole body is empty. */
    public static String named(String pointer) {
        return pointer.isEmpty() ? "The body" : pointer;
    }

    private static String known(UnrecognizedPropertyException failure) {
        if (failure.getKnownPropertyIds() == null) {
            return "";
        }
        List<String> known = failure.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .toList();
        return Near.words(failure.getPropertyName(), known) + "; known are " + known;
    }

    private static String wantedBy(JsonMappingException failure) {
        return failure instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null
                ? ": wanted is " + wanted(mismatched.getTargetType())
                : "";
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return WANTED.getOrDefault(type, "an object");
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "'";
    }

    private static String place(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The JSON pointer (RFC 6901) to where reading failed. */
    public static String pointer(JsonMappingException failure) {
        var pointer = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            pointer.append('/');
            pointer.append(
                    step.getFieldName() == null
                            ? String.valueOf(step.getIndex())
                            : step.getFieldName().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** What is wrong where a constraint is violated; where something is missing, what is wanted. */
    public static Problem.FieldError fault(ConstraintViolation<?> violation) {
        boolean missing = violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
        return new Problem.FieldError(pointer(violation), missing ? needed(violation) : violation.getMessage());
    }

    private static String needed(ConstraintViolation<?> violation) {
        Class<?> type = typeOf(violation);
        return type == null ? "is needed" : "is needed" + (type.isEnum() ? ", " : ": ") + wanted(type);
    }

    /** What the record that lacks something declares it with; null where it is no part of a record. */
    private static @Nullable Class<?> typeOf(ConstraintViolation<?> violation) {
        Object bean = violation.getLeafBean();
        if (bean == null || !bean.getClass().isRecord()) {
            return null;
        }
        String[] steps = pointer(violation).split("/");
        boolean element = steps[steps.length - 1].matches("[0-9]+");
        String name = steps[Math.max(0, steps.length - (element ? 2 : 1))];
        return Arrays.stream(bean.getClass().getRecordComponents())
                .filter(one -> one.getName().equals(name))
                .map(one -> element ? elementOf(one.getGenericType()) : one.getType())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Class<?> elementOf(Type list) {
        return list instanceof ParameterizedType known && known.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    /** The JSON pointer, or the parameter name, of a violated constraint. */
    public static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, RETURN_VALUE, CROSS_PARAMETER, BEAN -> {}
                case PARAMETER -> pointer.append(node.getName().equals("body") ? "" : node.getName());
                default -> {
                    if (node.isInIterable() && node.getIndex() != null) {
                        pointer.append('/').append(node.getIndex());
                    }
                    if (node.getName() != null && !node.getName().startsWith("<")) {
                        pointer.append('/').append(node.getName());
                    }
                }
            }
        }
        return pointer.toString();
    }
}
