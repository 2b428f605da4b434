package dev.sekisho.software.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How well one software product is known. */
@Schema(name = "SoftwareIdentity", description = "How well one software product is known to what was loaded.")
record IdentityRowView(
        @Schema(description = "Key of the software product.")
        String key,

        @Schema(description = "Name of the software product.")
        String name,

        @Schema(description = "Key of the third party that supplies it; absent where nobody stated one.") @Nullable
        String supplier,

        @Schema(description = "How well it is known.") IdentityQuality identity,

        @Schema(description = "The same in a sentence.") String why,

        @Schema(description = "How many vulnerabilities speak of it under any of its names.")
        int records,

        @Schema(description = "How many installations of it are in use.")
        int installations,

        @Schema(
                description =
                        "How many of these nothing that was loaded speaks of, nor of what they are made of: nobody knows whether they are affected.")
        int notJudged) {}
