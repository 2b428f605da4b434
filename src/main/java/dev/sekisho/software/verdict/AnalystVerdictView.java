package dev.sekisho.software.verdict;

import dev.sekisho.change.seal.Personal;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.field.Name;
import dev.sekisho.risk.estate.software.VexState;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person's word on one vulnerability in software of ours. */
@Schema(
        name = "AnalystVerdict",
        description =
                "What a person of ours says of one vulnerability in one installation, or in a product wherever it is installed, until a day. While it counts, NOT_AFFECTED and FIXED take the flaw out of every score, and the row stays in the list as CLEARED; AFFECTED proves it; UNDER_INVESTIGATION proves nothing and calls nothing clean. The day after, what sources say stands again. The word on an installation counts before that on its product; of two like ones the less safe counts. A clean word ends when the software becomes another product, or its product another name, vendor or identifier.")
record AnalystVerdictView(
        @Schema(
                description =
                        "Key of the verdict, unique among verdicts; made up by the service where a POST leaves it out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "The key where not stated.") @Name @Nullable
        String name,

        @Schema(
                description =
                        "The vulnerability by any of its names: CVE id, key of an advisory, or what others call it. A word under one name is a word under all.",
                examples = "CVE-2024-21762")
        @NotNull
        @Key
        String advisory,

        @Schema(description = "Key of the installation it is of; exactly one of installation and product is needed.")
        @Key
        @Nullable
        String installation,

        @Schema(description = "Key of the product it is of, wherever that is installed.") @Key @Nullable
        String product,

        @Schema(
                description =
                        "The versions it counts for: each as it is written where it is installed (9.9 and 9.9.0 are one), or as a range (`vers:generic/<7.2.7`, `vers:generic/*` for whichever version). Without any it counts for what is installed when it is first given: another version needs another word.",
                examples = "[\"7.2.6\"]")
        @Size(min = 1, max = 100)
        @Nullable
        List<@NotBlank @Size(max = 500) String> versions,

        @Schema(description = "What is said, in the states of VEX.") @NotNull
        VexState state,

        @Schema(description = "Why it is not affected; needed with NOT_AFFECTED, and refused with anything else.")
        @Nullable
        Justification justification,

        @Schema(
                description = "Why, in words an auditor understands.",
                examples = "The SSL VPN is compiled out of this build")
        @NotBlank
        @Size(max = 2000)
        String reason,

        @Schema(
                description = "What shows it: a text, or the address of a document.",
                examples = "https://wiki.example/analyses/17")
        @Size(min = 1, max = 2000)
        @Nullable
        String evidence,

        @Schema(
                description =
                        "Last day it counts: when it is said, today at the earliest and 365 days from today at the latest.",
                examples = "2026-12-01")
        @NotNull
        LocalDate until,

        @Schema(
                description =
                        "Whether it is to count although a source proves the opposite. Where it is not stated: yes for the versions of which a source proves it when the word is first given, else no. A clean word that does not override turns into CONFLICT as soon as a source proves the opposite, and then the flaw counts.")
        @Nullable
        Boolean overridesProof,

        @Schema(description = "Who looked at it; where not stated, the name of the API key.", examples = "Sato")
        @Size(min = 1, max = 200)
        @Nullable
        @Personal
        String author,

        @Schema(
                description =
                        "Name of the API key it was last said with; `import` where that was a large import. Computed.",
                readOnly = true)
        @Nullable
        String recordedBy,

        @Schema(description = "When it was last said. Computed.", readOnly = true) @Nullable
        Instant givenAt,

        @Schema(
                description =
                        "The versions it counts for; empty where nobody knew the version when it was given, and it then counts for as long as nobody does. Computed.",
                readOnly = true)
        @Nullable
        List<String> covers,

        @Schema(
                description =
                        "Keys of the vulnerabilities it counts for: those that went by the name when it was given. What goes by the name only later needs another word, unless this one calls it AFFECTED or UNDER_INVESTIGATION. Computed.",
                readOnly = true)
        @Nullable
        List<String> coversVulnerabilities,

        @Schema(description = "Whether it counts although a source proves the opposite. Computed.", readOnly = true)
        @Nullable
        Boolean overrides)
        implements Registered {

    static AnalystVerdictView of(AnalystVerdictEntity row) {
        return new AnalystVerdictView(
                row.id,
                row.name,
                row.advisory,
                row.installation,
                row.product,
                row.versions,
                row.state,
                row.justification,
                row.reason,
                row.evidence,
                row.until,
                row.overridesProof,
                row.author,
                row.recordedBy,
                row.givenAt,
                row.coveredVersions,
                row.coveredVulnerabilities,
                row.overrides);
    }
}
