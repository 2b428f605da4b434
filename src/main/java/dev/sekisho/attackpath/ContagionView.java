package dev.sekisho.attackpath;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far one of our organizations is from a third party. */
@Schema(name = "Contagion", description = "How far one of our organizations is from a third party.")
record ContagionView(
        @Schema(description = "Key of the third party.") String key,
        @Schema(description = "Name of the third party.") String name,
        @Schema(description = "Key of our organization.") String organization,
        @Schema(description = "Name of our organization.") String organizationName,

        @Schema(description = "How many distinct breaks it takes to get there.")
        DistanceView distance) {}
