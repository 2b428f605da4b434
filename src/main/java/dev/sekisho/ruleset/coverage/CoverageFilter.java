package dev.sekisho.ruleset.coverage;

import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.registry.RefersTo;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which links are counted. */
record CoverageFilter(
        @QueryParam("thirdParty") @RefersTo(THIRD_PARTIES) @Nullable
        String thirdParty,

        @QueryParam("organization") @RefersTo(ORGANIZATIONS) @Nullable
        String organization,

        @QueryParam("zone") @RefersTo(ZONES) @Nullable String zone) {}
