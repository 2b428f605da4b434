package dev.sekisho.software;

import dev.sekisho.registry.RefersTo;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of software products can be narrowed to. */
record SoftwareProductFilter(
        @QueryParam("supplier") @RefersTo("third-parties") @Nullable
        String supplier) {}
