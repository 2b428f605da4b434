package dev.sekisho.connection;

import dev.sekisho.risk.estate.link.LinkState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of connection points can be narrowed to. */
record ConnectionPointFilter(
        @QueryParam("thirdParty") @Nullable String thirdParty,
        @QueryParam("zone") @Nullable String zone,
        @QueryParam("asset") @Nullable String asset,
        @QueryParam("state") @Nullable LinkState state) {}
