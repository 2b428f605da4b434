package dev.sekisho.software.verdict;

import static dev.sekisho.collection.CollectionName.INSTALLATIONS;
import static dev.sekisho.collection.CollectionName.SOFTWARE_PRODUCTS;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.software.VexState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of analysts' verdicts can be narrowed to. */
record AnalystVerdictFilter(
        @QueryParam("installation") @RefersTo(INSTALLATIONS) @Nullable
        String installation,

        @QueryParam("product") @RefersTo(SOFTWARE_PRODUCTS) @Nullable
        String product,

        @QueryParam("state") @Nullable VexState state) {}
