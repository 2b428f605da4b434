package dev.sekisho.web.list;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The query parameters that methods and records declare. */
final class Declared {
    private Declared() {}

    /** The names of those a method takes, itself or in records. */
    static TreeSet<String> names(Method method) {
        var names = new TreeSet<String>();
        Arrays.stream(method.getParameters())
                .flatMap(parameter -> names(parameter, parameter.getType()))
                .forEach(names::add);
        return names;
    }

    private static Stream<String> names(AnnotatedElement where, Class<?> type) {
        QueryParam one = where.getAnnotation(QueryParam.class);
        if (one != null) {
            return Stream.of(one.value());
        }
        return where.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(type.getDeclaredFields()).flatMap(field -> names(field, field.getType()))
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
