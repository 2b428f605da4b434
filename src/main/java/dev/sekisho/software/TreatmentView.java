package dev.sekisho.software;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.registry.field.NotInFuture;
import dev.sekisho.registry.field.Plausible;
import dev.sekisho.risk.estate.software.Treatment;
import jakarta.persistence.Converter;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was done about one advisory at one installation. */
@Schema(
        name = "Treatment",
        description =
                "What was done about one advisory at one installation. A compensating control counts only where `evidence`, `controlVerifiedOn` and `controlExpiresOn` are all stated, and only from its verification to its expiry.")
record TreatmentView(
        @Schema(description = "Key of the advisory.", examples = "CVE-2024-21762") @NotNull @Key
        String advisory,

        @Schema(description = "The compensating control.") @Size(min = 1, max = 500) @Nullable
        String control,

        @Schema(description = "Where the evidence of it is. Without it, the compensating control does not count.")
        @Size(min = 1, max = 500)
        @Nullable
        String evidence,

        @Schema(description = "The day the compensating control was seen to work.")
        @NotInFuture(groups = Plausible.class)
        @Nullable
        LocalDate controlVerifiedOn,

        @Schema(description = "Last day the compensating control counts. Without it, the control does not count.")
        @Nullable
        LocalDate controlExpiresOn,

        @Schema(description = "When forensic triage was done.") @NotInFuture(groups = Plausible.class) @Nullable
        LocalDate triagedOn) {

    static List<Treatment> facts(@Nullable List<TreatmentView> said) {
        return said == null
                ? List.of()
                : said.stream()
                        .map(one -> new Treatment(
                                one.advisory,
                                one.evidence == null ? null : one.controlVerifiedOn,
                                one.controlExpiresOn,
                                one.triagedOn))
                        .toList();
    }

    boolean expiresBeforeVerified() {
        return controlVerifiedOn != null && controlExpiresOn != null && controlExpiresOn.isBefore(controlVerifiedOn);
    }

    /** Keeps the treatments in one column. */
    @Converter
    public static class Column extends JsonColumn<List<TreatmentView>> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
