package dev.sekisho.thirdparty;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.risk.estate.Agreement;
import dev.sekisho.risk.estate.Clause;
import jakarta.persistence.Converter;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The contract. */
@Schema(name = "Agreement", description = "The contract; the clauses listed are the ones it has.")
record AgreementView(
        @Schema(description = "First day of the agreement.") @Nullable
        LocalDate start,

        @Schema(description = "Last day it holds; without one it runs until cancelled.") @Nullable
        LocalDate end,

        @Schema(description = "The required clauses the agreement has; one that is not listed counts as missing.")
        @Size(max = 50)
        @Nullable
        List<@NotNull Clause> clauses) {

    static @Nullable Agreement factOf(@Nullable AgreementView said) {
        return said == null
                ? null
                : new Agreement(
                        said.start, said.end, Set.copyOf(Objects.requireNonNullElse(said.clauses, List.<Clause>of())));
    }

    boolean endsBeforeStart() {
        return start != null && end != null && end.isBefore(start);
    }

    /** Keeps it in one column. */
    @Converter
    public static class Column extends JsonColumn<AgreementView> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
