package dev.sekisho.feed;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

/** Something in the file of a feed that its reader does not know, so that nothing of it was taken. */
@Schema(
        name = "UnknownField",
        description =
                "A field, column or version of the format that is not known here, so that nothing of it was taken. It may matter: look at what its publisher says of it.")
record UnknownField(
        @Schema(
                description =
                        "Where it stands, by names of fields; of a version also the version. (others) where there are more than 50.",
                examples = "vulnerabilities.forensicTriage")
        String name,

        @Schema(description = "How often it stands there.", examples = "1734")
        long count) {

    static List<UnknownField> of(SortedMap<String, Long> counted) {
        return counted.entrySet().stream()
                .map(one -> new UnknownField(one.getKey(), one.getValue()))
                .toList();
    }

    /** Keeps them in one column. */
    @Converter
    @Immutable
    static class Column extends JsonColumn<List<UnknownField>> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
