package dev.sekisho.thirdparty;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.registry.field.Name;
import jakarta.persistence.Converter;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody to call. */
@Schema(name = "Contact", description = "Somebody to call.")
record ContactView(
        @Schema(description = "Name of the person or desk.") @NotNull @Name
        String name,

        @Schema(description = "What to call them for, for instance SECURITY.") @Size(max = 100) @Nullable
        String role,

        @Schema(description = "Mail address.") @Email @Size(max = 254) @Nullable
        String email,

        @Schema(description = "Telephone number, as it is dialled.") @Size(max = 50) @Nullable
        String phone) {

    /** Keeps the contacts in one column. */
    @Converter
    public static class Column extends JsonColumn<List<ContactView>> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
