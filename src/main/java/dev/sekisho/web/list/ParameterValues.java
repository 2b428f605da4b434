package dev.sekisho.web.list;

import dev.sekisho.web.json.Times;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Reads query parameters into the types they are declared with, and names the one whose value it does not take. */
@Provider
class ParameterValues implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type generic, Annotation @Nullable [] annotations) {
        QueryParam declared = find(QueryParam.class, annotations);
        if (declared == null) {
            return null;
        }
        Function<String, ?> reader = type == String.class ? null : reader(declared.value(), type, annotations);
        return reader == null ? null : (ParamConverter<T>) new Reading<>(reader);
    }

    /** Why a declared parameter does not take a value; null where it does. */
    static Problem.@Nullable FieldError fault(AnnotatedElement declared, String name, String text) {
        Class<?> type =
                declared instanceof Field field ? field.getType() : ((java.lang.reflect.Parameter) declared).getType();
        Function<String, ?> reader = reader(name, type, declared.getAnnotations());
        try {
            if (reader != null) {
                reader.apply(text);
            }
            return null;
        } catch (ProblemException refused) {
            return refused.errors().get(0);
        }
    }

    private static @Nullable Function<String, ?> reader(
            String name, Class<?> type, Annotation @Nullable [] annotations) {
        if (type.isEnum()) {
            return text -> constant(name, List.of(type.getEnumConstants()), text);
        }
        if (type == Boolean.class || type == Boolean.TYPE) {
            return text -> flag(name, text);
        }
        if (type == Integer.class) {
            return number(name, find(Min.class, annotations), find(Max.class, annotations));
        }
        if (type == LocalDate.class) {
            return text -> time(name, "a date like 2026-01-31", text, Times::date);
        }
        if (type == Instant.class) {
            return text -> time(name, "an instant like 2026-01-31T09:00:00Z", text, Times::instant);
        }
        if (type == DayOrInstant.class) {
            return text -> time(name, DayOrInstant.FORM, text, DayOrInstant::parse);
        }
        if (type == FoldedText.class) {
            return text -> folded(name, text);
        }
        Parameter documented = find(Parameter.class, annotations);
        return documented == null ? null : documented(name, type, documented.schema());
    }

    /** What takes text may say in the contract what that text is. */
    private static @Nullable Function<String, ?> documented(String name, Class<?> type, Schema schema) {
        List<String> values = List.of(schema.enumeration());
        if (type == ListQuery.Order.class) {
            return text -> ListQuery.Order.of(text, values);
        }
        if (type != String.class) {
            return null;
        }
        if (schema.implementation().isEnum()) {
            return text -> constant(name, List.of(schema.implementation().getEnumConstants()), text);
        }
        if (schema.type() == SchemaType.INTEGER) {
            return text -> counted(name, text);
        }
        return values.isEmpty() ? null : text -> oneOf(name, values, text);
    }

    private static String counted(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw refusal(name, "the number of a revision, counted from 1");
        }
        return text;
    }

    private static String oneOf(String name, List<String> values, String text) {
        if (!values.contains(text)) {
            throw refusal(name, "one of " + values);
        }
        return text;
    }

    private static Object constant(String name, List<?> constants, String text) {
        return constants.stream()
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> elsewhere(name, constants, text));
    }

    private static ProblemException elsewhere(String name, List<?> constants, String text) {
        ListedElsewhere other = constants.get(0).getClass().getAnnotation(ListedElsewhere.class);
        String where = other != null && other.value().equals(text) ? " " + other.where() : "";
        return ProblemException.at(ProblemType.INVALID, name, name + " takes one of " + constants + "." + where);
    }

    private static Boolean flag(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw refusal(name, "true or false");
        }
        return Boolean.valueOf(text);
    }

    private static @Nullable Function<String, Integer> number(String name, @Nullable Min least, @Nullable Max most) {
        if (least == null || most == null) {
            return null;
        }
        String digits = "0|[1-9][0-9]{0," + (String.valueOf(most.value()).length() - 1) + "}";
        return text -> {
            int number = text.matches(digits) ? Integer.parseInt(text) : -1;
            if (number < least.value() || number > most.value()) {
                throw refusal(name, "a number from " + least.value() + " to " + most.value());
            }
            return number;
        };
    }

    private static <T> T time(String name, String form, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw refusal(name, form);
        }
    }

    private static FoldedText folded(String name, String text) {
        FoldedText folded = FoldedText.of(text);
        if (folded.isEmpty() || text.codePointCount(0, text.length()) > FoldedText.LONGEST) {
            throw refusal(name, "text of 1 to " + FoldedText.LONGEST + " characters");
        }
        return folded;
    }

    private static ProblemException refusal(String name, String taken) {
        return ProblemException.at(ProblemType.INVALID, name, name + " takes " + taken + ".");
    }

    private static <A extends Annotation> @Nullable A find(Class<A> type, Annotation @Nullable [] annotations) {
        return annotations == null
                ? null
                : Arrays.stream(annotations)
                        .filter(type::isInstance)
                        .map(type::cast)
                        .findFirst()
                        .orElse(null);
    }

    /** @param reader throws a problem where the text is none of its values */
    private record Reading<T>(Function<String, T> reader) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return reader.apply(text);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
