package dev.sekisho.software;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of software products can be narrowed to. */
record SoftwareProductFilter(
        @QueryParam("supplier") @Nullable String supplier) {}
