package dev.sekisho.software;

import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.Name;
import dev.sekisho.software.identity.IdentityQuality;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A software product. */
@Schema(
        name = "SoftwareProduct",
        description =
                "A software product. Advisories find it by purl, CPE, and by vendor and name, the aliases included.")
record SoftwareProductView(
        @Schema(
                description =
                        "Key of the product, unique among software products; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "What people call the product; advisories find it by this name, too.") @NotNull @Name
        String name,

        @Schema(
                description = "Who makes it, as advisories call them; the supplier's name counts as well.",
                examples = "Fortinet")
        @Size(min = 1, max = 200)
        @Nullable
        String vendor,

        @Schema(description = "Key of the third party that supplies it.") @Key @Nullable
        String supplier,

        @Schema(
                description = "Package URL, without a version.",
                examples = "pkg:maven/org.apache.logging.log4j/log4j-core")
        @Size(min = 1, max = 1000)
        @Nullable
        String purl,

        @Schema(description = "CPE 2.3 or 2.2 name.", examples = "cpe:2.3:o:fortinet:fortios:*:*:*:*:*:*:*:*")
        @Size(min = 1, max = 500)
        @Nullable
        String cpe,

        @Schema(description = "Other names advisories use for it.") @Size(max = 100) @Nullable
        List<@NotNull @Name String> aliases,

        @Schema(
                description =
                        "How well it is known to what was loaded; UNMATCHED and NO_FEED mean that nothing is known of it. Absent until it is assessed as it is. Computed: what is sent is not kept.",
                readOnly = true)
        @Nullable
        IdentityQuality identity)
        implements Registered {

    static SoftwareProductView of(SoftwareProductEntity row, @Nullable IdentityQuality identity) {
        return new SoftwareProductView(
                row.id, row.name, row.vendor, row.supplier, row.purl, row.cpe, row.aliases, identity);
    }
}
