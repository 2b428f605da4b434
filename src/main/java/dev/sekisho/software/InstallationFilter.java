package dev.sekisho.software;

import static dev.sekisho.collection.CollectionName.ASSETS;
import static dev.sekisho.collection.CollectionName.CONNECTION_POINTS;
import static dev.sekisho.collection.CollectionName.DATA_HOLDINGS;
import static dev.sekisho.collection.CollectionName.SOFTWARE_PRODUCTS;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.software.UseState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of installations can be narrowed to. */
record InstallationFilter(
        @QueryParam("product") @RefersTo(SOFTWARE_PRODUCTS) @Nullable
        String product,

        @QueryParam("asset") @RefersTo(ASSETS) @Nullable String asset,

        @QueryParam("connectionPoint") @RefersTo(CONNECTION_POINTS) @Nullable
        String connectionPoint,

        @QueryParam("zone") @RefersTo(ZONES) @Nullable String zone,

        @QueryParam("dataHolding") @RefersTo(DATA_HOLDINGS) @Nullable
        String dataHolding,

        @QueryParam("useState") @Nullable UseState useState) {}
