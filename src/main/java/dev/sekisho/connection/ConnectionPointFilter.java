package dev.sekisho.connection;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.link.LinkState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of connection points can be narrowed to. */
record ConnectionPointFilter(
        @QueryParam("thirdParty") @RefersTo("third-parties") @Nullable
        String thirdParty,

        @QueryParam("zone") @RefersTo("zones") @Nullable String zone,
        @QueryParam("asset") @RefersTo("assets") @Nullable String asset,
        @QueryParam("state") @Nullable LinkState state) {}
