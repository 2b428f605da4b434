package dev.sekisho.connection;

import static dev.sekisho.collection.CollectionName.ASSETS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.link.LinkState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of connection points can be narrowed to. */
record ConnectionPointFilter(
        @QueryParam("thirdParty") @RefersTo(THIRD_PARTIES) @Nullable
        String thirdParty,

        @QueryParam("zone") @RefersTo(ZONES) @Nullable String zone,
        @QueryParam("asset") @RefersTo(ASSETS) @Nullable String asset,
        @QueryParam("state") @Nullable LinkState state) {}
