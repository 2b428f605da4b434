package dev.sekisho.software;

import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;

import dev.sekisho.registry.RefersTo;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of software products can be narrowed to. */
record SoftwareProductFilter(
        @QueryParam("supplier") @RefersTo(THIRD_PARTIES) @Nullable
        String supplier) {}
