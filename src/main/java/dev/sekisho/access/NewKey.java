package dev.sekisho.access;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a new API key is asked to be. */
@Schema(description = "What a new API key is asked to be.")
record NewKey(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = NewKey.ONE_LINE, message = "must be one line without control characters")
        @Schema(description = "What the key is for, on one line.", examples = "soar-playbook")
        String name,

        @NotNull @Schema(description = "What the key is to allow.", examples = "VIEWER")
        Role role,

        @Schema(
                description = "When it stops working; without one it works until revoked.",
                examples = "2099-01-01T00:00:00Z")
        @Future
        @Nullable
        Instant expiresAt) {

    static final String ONE_LINE = "[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*";
}
