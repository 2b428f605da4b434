package dev.sekisho.inspection;

import dev.sekisho.registry.Key;
import dev.sekisho.registry.field.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A campaign that is to be made of questions. */
@Schema(
        name = "QuestionCampaign",
        description = "A campaign that is to be made of the links the first questions are about.")
record QuestionCampaignView(
        @Schema(
                description =
                        "Key of the campaign, unique among campaigns; made up by the service where it is left out.")
        @Key
        @Nullable
        String key,

        @Schema(description = "The key where not stated.") @Name @Nullable
        String name,

        @Schema(description = "Day by which every link is to be inspected.", examples = "2099-09-30") @NotNull
        LocalDate dueOn,

        @Schema(
                description =
                        "How many questions about links, from the first on. A link that several of them are about is covered once.",
                examples = "20")
        @NotNull
        @Min(1)
        @Max(10_000)
        Integer first) {}
