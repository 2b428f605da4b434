package dev.sekisho.software;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.software.UseState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of installations can be narrowed to. */
record InstallationFilter(
        @QueryParam("product") @RefersTo("software-products") @Nullable
        String product,

        @QueryParam("asset") @RefersTo("assets") @Nullable String asset,

        @QueryParam("connectionPoint") @RefersTo("connection-points") @Nullable
        String connectionPoint,

        @QueryParam("zone") @RefersTo("zones") @Nullable String zone,
        @QueryParam("useState") @Nullable UseState useState) {}
