package dev.sekisho.inspection;

import dev.sekisho.change.seal.Personal;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.Name;
import dev.sekisho.registry.field.NotInFuture;
import dev.sekisho.registry.field.Plausible;
import dev.sekisho.risk.estate.link.InspectionOutcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody looked at the filter of a link. */
@Schema(
        name = "Inspection",
        description =
                "Somebody looked at the filter of a link: exactly one of connectionPoint and zoneLink. Inspections are kept as they were recorded.")
record InspectionView(
        @Schema(
                description =
                        "Key of the inspection, unique among inspections; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "The key where not stated.") @Name @Nullable
        String name,

        @Schema(description = "Key of the connection point that was inspected.", examples = "msp-unix") @Key @Nullable
        String connectionPoint,

        @Schema(description = "Key of the zone link that was inspected.") @Key @Nullable
        String zoneLink,

        @Schema(description = "Who looked.", examples = "情報セキュリティ室 佐藤") @NotNull @Name @Personal
        String inspector,

        @Schema(description = "When; not in the future.", examples = "2026-06-01")
        @NotNull
        @NotInFuture(groups = Plausible.class)
        LocalDate date,

        @Schema(description = "What was found.") @NotNull InspectionOutcome outcome,

        @Schema(description = "What there is to show for it: a rule set, a document, or both.") @Valid @Nullable
        EvidenceView evidence,

        @Schema(description = "When the next inspection is due; a validity period after this one where not stated.")
        @Nullable
        LocalDate nextDueOn,

        @Schema(description = "Key of the campaign it was part of; the link must be one of the campaign's.")
        @Key
        @Nullable
        String campaign,

        @Schema(description = "Who approved the result; never the inspector.") @Name @Nullable @Personal
        String approvedBy)
        implements Registered {

    static InspectionView of(InspectionEntity row) {
        return new InspectionView(
                row.id,
                row.name,
                row.connectionPoint,
                row.zoneLink,
                row.inspector,
                row.date,
                row.outcome,
                EvidenceView.of(row),
                row.nextDueOn,
                row.campaign,
                row.approvedBy);
    }

    LinkReference link() {
        return new LinkReference(connectionPoint, zoneLink);
    }

    boolean approvedByTheInspector() {
        return approvedBy != null && folded(approvedBy).equals(folded(inspector));
    }

    private static String folded(String person) {
        return Normalizer.normalize(person, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** The same as it is stored, where key and name stand even if nobody said them. */
    InspectionView storedAs(String key) {
        return new InspectionView(
                key,
                name == null ? key : name.strip(),
                connectionPoint,
                zoneLink,
                inspector,
                date,
                outcome,
                evidence,
                nextDueOn,
                campaign,
                approvedBy);
    }
}
