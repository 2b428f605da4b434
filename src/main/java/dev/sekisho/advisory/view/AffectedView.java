package dev.sekisho.advisory.view;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.AffectedProduct.ProductIdentity;
import dev.sekisho.matching.published.AffectedProduct.ProductScope;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.field.JsonColumn;
import jakarta.persistence.Converter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A product an advisory affects, as the person who writes the advisory knows it. */
@Schema(
        name = "Affected",
        description =
                "A product an advisory affects: one of ours by key, or any by vendor and name, purl or CPE. Without versions, every version is affected, but the very version the advisory names as its fix where it speaks of no other product.")
public record AffectedView(
        @Schema(description = "Key of a software product of ours.") @Key @Nullable
        String product,

        @Schema(description = "Who makes the software, as the source calls them.") @Size(min = 1, max = 200) @Nullable
        String vendor,

        @Schema(description = "The product's name.") @Size(min = 1, max = 200) @Nullable
        String productName,

        @Schema(description = "Package URL of the software, without a version; `versions` says which ones are meant.")
        @Size(min = 1, max = 1000)
        @Nullable
        String purl,

        @Schema(description = "CPE 2.3 or 2.2 name of the software.") @Size(min = 1, max = 500) @Nullable
        String cpe,

        @Schema(description = "Which versions are affected; all of them where not stated.") @Size(max = 1000) @Nullable
        List<@NotNull @Valid VersionsView> versions) {

    /** A range of versions; a single {@code version}, or bounds of which each may be missing. */
    @Schema(name = "AffectedVersions", description = "A single version, or a range of versions.")
    public record VersionsView(
            @Schema(description = "A single affected version, as the vendor writes it.")
            @Size(min = 1, max = 200)
            @Nullable
            String version,

            @Schema(description = "First affected version.") @Size(min = 1, max = 200) @Nullable
            String from,

            @Schema(description = "First version that is not affected.") @Size(min = 1, max = 200) @Nullable
            String lessThan,

            @Schema(description = "Last affected version.") @Size(min = 1, max = 200) @Nullable
            String lessThanOrEqual) {

        public boolean saysSomething() {
            return version != null || from != null || lessThan != null || lessThanOrEqual != null;
        }

        VersionRange range() {
            String lower = version == null ? from : version;
            boolean open = version == null && lessThan == null && lessThanOrEqual == null;
            return new VersionRange(
                    lower,
                    false,
                    open ? VersionRange.UNBOUNDED : lessThan,
                    lessThanOrEqual,
                    Status.AFFECTED,
                    null,
                    List.of(),
                    toString());
        }

        @Override
        public String toString() {
            if (version != null) {
                return version;
            }
            String upper = lessThan != null ? "< " + lessThan : lessThanOrEqual != null ? "<= " + lessThanOrEqual : "";
            return ((from == null ? "" : ">= " + from + " ") + upper).strip();
        }
    }

    public boolean namesSomething() {
        return product != null || productName != null || purl != null || cpe != null;
    }

    public List<VersionsView> versionsOrNone() {
        return versions == null ? List.of() : versions;
    }

    /**
     * The same in the form every feed is read into; products of ours by key are matched before that.
     *
     * @param fix what mends this very product, which counts where no versions are named; null where that is not known
     */
    public AffectedProduct statement(@Nullable String vendorName, @Nullable String name, @Nullable String fix) {
        List<VersionsView> versions = versionsOrNone();
        List<VersionRange> ranges = versions.isEmpty() && fix != null
                ? List.of(VersionRange.exactFix(fix))
                : versions.stream().map(VersionsView::range).toList();
        return new AffectedProduct(
                Source.ADVISORY,
                "own advisory",
                ProductIdentity.of(
                        vendorName, name, purl == null ? Set.of() : Set.of(purl), cpe == null ? Set.of() : Set.of(cpe)),
                ProductScope.EVERYWHERE,
                versions.isEmpty() ? Status.AFFECTED : Status.UNAFFECTED,
                ranges,
                false,
                null);
    }

    /** Keeps them in one column. */
    @Converter
    @Immutable
    public static class Column extends JsonColumn<List<AffectedView>> {
        public Column() {
            super(new TypeReference<>() {});
        }
    }
}
