package dev.sekisho.organization;

import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.Name;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of our own companies.
 *
 * @param parent key of the company it belongs to
 */
@Schema(name = "Organization", description = "One of our own companies.")
record OrganizationView(
        @Schema(
                description =
                        "Key of the organization, unique among organizations; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "What people call the organization.") @NotNull @Name
        String name,

        @Schema(description = "Key of the company it belongs to.") @Key @Nullable
        String parent)
        implements Registered {

    static OrganizationView of(OrganizationEntity row) {
        return new OrganizationView(row.id, row.name, row.parent);
    }
}
