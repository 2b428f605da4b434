package dev.sekisho.software;

import dev.sekisho.feed.LoadedSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was taken over. */
@Schema(name = "Sbom", description = "A bill of materials as it was taken over.")
record SbomView(
        @Schema(description = "Key of the software product.")
        String product,

        @Schema(description = "Version of the product it is of.")
        String version,

        @Schema(description = "CycloneDX or SPDX, with its version.", examples = "CycloneDX 1.6")
        String format,

        @Schema(description = "Whose word its VEX statements are.")
        String author,

        @Schema(description = "How many components it lists.")
        int components,

        @Schema(
                description =
                        "How many have a purl or CPE by which they can be looked up; one that is not written as such does not count.")
        int identified,

        @Schema(description = "How many of these a loaded source names; of the others nothing is known.")
        int judged,

        @Schema(description = "VEX statements.") int statements,

        @Schema(description = "Whether it said anything new.")
        boolean changed,

        @Schema(
                description =
                        "What is wrong with the bill and changed nothing of what was taken; absent where it keeps to its specification.")
        @Nullable
        List<String> warnings,

        @Schema(description = "What was loaded; what no source says is not known here.")
        List<LoadedSource> sources) {}
