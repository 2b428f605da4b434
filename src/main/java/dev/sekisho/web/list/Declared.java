package dev.sekisho.web.list;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The query parameters that methods and records declare. */
public final class Declared {
    private Declared() {}

    /** Those a method takes, itself or in records: by name, where each is declared. */
    public static SortedMap<String, AnnotatedElement> parameters(Method method) {
        var parameters = new TreeMap<String, AnnotatedElement>();
        Arrays.stream(method.getParameters())
                .flatMap(parameter -> declaring(parameter, parameter.getType()))
                .forEach(where ->
                        parameters.put(where.getAnnotation(QueryParam.class).value(), where));
        return parameters;
    }

    private static Stream<AnnotatedElement> declaring(AnnotatedElement where, Class<?> type) {
        if (where.isAnnotationPresent(QueryParam.class)) {
            return Stream.of(where);
        }
        return where.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(type.getDeclaredFields()).flatMap(field -> declaring(field, field.getType()))
                : Stream.of();
    }

    /** What narrows a list: every parameter its record declares and the caller gave, but for the order. */
    static SortedMap<String, Object> filters(Record asked) {
        var values = new TreeMap<String, Object>();
        for (Field field : asked.getClass().getDeclaredFields()) {
            QueryParam declared = field.getAnnotation(QueryParam.class);
            if (declared != null && field.getType() != ListQuery.Order.class) {
                Object value = value(field, asked);
                if (value != null) {
                    values.put(declared.value(), value);
                }
            }
        }
        return values;
    }

    private static Object value(Field field, Record asked) {
        try {
            field.setAccessible(true);
            return field.get(asked);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
