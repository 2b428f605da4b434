package dev.sekisho.advisory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.advisory.view.AffectedView;
import dev.sekisho.advisory.view.ExploitedView;
import dev.sekisho.advisory.view.FixView;
import dev.sekisho.matching.published.CveId;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.JsonColumn;
import dev.sekisho.registry.field.Name;
import dev.sekisho.registry.field.NotInFuture;
import dev.sekisho.registry.field.Plausible;
import dev.sekisho.risk.estate.software.Impact;
import jakarta.persistence.Converter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A vulnerability: a CVE, or a flaw nobody has published. The notes that an answer may have beside it are overlooked when
 * they are sent back.
 */
@JsonIgnoreProperties("notes")
@Schema(name = "Advisory", description = "A vulnerability: a CVE, or a flaw nobody has published (\"the MSP phoned\").")
public record AdvisoryView(
        @Schema(
                description =
                        "Key of the advisory, unique among advisories; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "Its title; the key where not stated.") @Name @Nullable
        String name,

        @Schema(
                description = "CVE id: the year from 1000 to 9999 and a number of 4 to 19 digits.",
                examples = "CVE-2024-21762")
        @Pattern(regexp = CveId.FORM, message = "must be a CVE id, such as CVE-2024-21762")
        @Nullable
        String cve,

        @Schema(description = "Other ids of the same vulnerability (GHSA, JVNDB); it counts once.")
        @Size(max = 100)
        @Nullable
        List<@NotNull @Size(min = 1, max = 100) String> aliases,

        @Schema(description = "Whether it is public; where not stated, it is when it has a CVE.") @Nullable
        Boolean published,

        @Schema(description = "What the flaw is, in words.") @Size(max = 20000) @Nullable
        String description,

        @Schema(description = "The software it is in; an advisory without any raises nothing.")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Valid AffectedView> affected,

        @Schema(description = "What mends it; absent means that there is no fix.") @Valid @Nullable
        FixView fix,

        @Schema(
                description =
                        "CVSS base score, 0 to 10; not stated counts as 10. Of several sources the highest counts, one of version 2 only where there is no newer.")
        @DecimalMin("0")
        @DecimalMax("10")
        @Nullable
        Double cvss,

        @Schema(
                description =
                        "EPSS probability, 0 to 1. The score of the latest release counts, what is written here where that has none.")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable
        Double epss,

        @Schema(description = "Evidence that somebody uses the flaw; absent when none is known.") @Valid @Nullable
        ExploitedView exploited,

        @Schema(description = "Exploit code is public.") @Nullable
        Boolean publicExploit,

        @Schema(description = "SSVC; not stated counts as yes.") @Nullable
        Boolean automatable,

        @Schema(description = "SSVC technical impact; not stated counts as TOTAL.") @Nullable
        Impact impact,

        @Schema(
                description =
                        "When we first knew of it. The clock starts on this day, or the day it was published, was seen exploited or was recorded here, whichever came first; but not before there was a fix.")
        @NotInFuture(groups = Plausible.class)
        @Nullable
        LocalDate knownOn,

        @Schema(description = "When its source took it back; it stays as history and raises nothing.")
        @NotInFuture(groups = Plausible.class)
        @Nullable
        LocalDate withdrawnOn)
        implements Registered {

    static AdvisoryView of(AdvisoryEntity row) {
        return new AdvisoryView(
                row.id,
                row.name,
                row.cve,
                row.aliases,
                row.published,
                row.description,
                row.affected,
                row.fix,
                row.cvss,
                row.epss,
                row.exploited,
                row.publicExploit,
                row.automatable,
                row.impact,
                row.knownOn,
                row.withdrawnOn);
    }

    /** Nothing is said of it. */
    static AdvisoryView named(String key, String name) {
        return new AdvisoryView(
                key, name, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    AdvisoryView under(String ownKey, String ownName) {
        return new AdvisoryView(
                ownKey,
                ownName,
                cve,
                aliases,
                published,
                description,
                affected,
                fix,
                cvss,
                epss,
                exploited,
                publicExploit,
                automatable,
                impact,
                knownOn,
                withdrawnOn);
    }

    /** The same without what feeds say by figures and evidence of their own. */
    AdvisoryView withoutFigures() {
        return new AdvisoryView(
                key,
                name,
                cve,
                aliases,
                published,
                description,
                affected,
                fix,
                cvss,
                null,
                null,
                publicExploit,
                automatable,
                impact,
                knownOn,
                affected == null ? null : withdrawnOn);
    }

    /** Keeps it in one column. */
    @Converter
    @Immutable
    public static class Column extends JsonColumn<AdvisoryView> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }

    /** Whether anybody could tell which vulnerability it is. */
    boolean saysSomething() {
        return name != null
                || cve != null
                || description != null
                || aliases != null && !aliases.isEmpty()
                || affected != null && !affected.isEmpty();
    }

    List<AffectedView> affectedOrNone() {
        return affected == null ? List.of() : affected;
    }
}
