package dev.sekisho.access;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a new API key is asked to be. */
@Schema(description = "What a new API key is asked to be.")
record NewKey(
        @NotBlank @Size(max = 200) @Schema(examples = "soar-playbook")
        String name,

        @NotNull @Schema(examples = "VIEWER") Role role,

        @Schema(
                description = "When it stops working; without one it works until revoked.",
                examples = "2099-01-01T00:00:00Z")
        @Future
        @Nullable
        Instant expiresAt) {}
