package dev.sekisho.web.contract;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Gives examples, which annotations can write only as text, the type of what they are examples of. */
final class Examples {
    private Examples() {}

    static Object typed(Object example, Schema schema) {
        if (!(example instanceof String text) || schema.getType() == null) {
            return example;
        }
        if (schema.getType().contains(Schema.SchemaType.ARRAY)) {
            return text.startsWith("[") ? texts(text) : List.of(text);
        }
        return schema.getType().contains(Schema.SchemaType.INTEGER) ? (Object) Integer.valueOf(text) : text;
    }

    /** Reads an array of plain texts. */
    private static List<Object> texts(String array) {
        return Arrays.stream(array.substring(1, array.length() - 1).split(","))
                .map(item -> (Object) item.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }
}
