package dev.sekisho.dataholding;

import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;

import dev.sekisho.registry.RefersTo;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of data holdings can be narrowed to. */
record DataHoldingFilter(
        @QueryParam("thirdParty") @RefersTo(THIRD_PARTIES) @Nullable
        String thirdParty,

        @QueryParam("organization") @RefersTo(ORGANIZATIONS) @Nullable
        String organization) {}
