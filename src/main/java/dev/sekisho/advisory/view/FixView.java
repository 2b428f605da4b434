package dev.sekisho.advisory.view;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import jakarta.persistence.Converter;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What mends it. */
@Schema(name = "Fix", description = "What mends it.")
public record FixView(
        @Schema(description = "The version, or the name of the patch.", examples = "7.2.7")
        @Size(min = 1, max = 200)
        @Nullable
        String version,

        @Schema(description = "Since when it can be had.") @Nullable
        LocalDate availableOn) {

    /** Keeps it in one column. */
    @Converter
    @Immutable
    public static class Column extends JsonColumn<FixView> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
