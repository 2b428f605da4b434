package dev.sekisho.software;

import dev.sekisho.risk.estate.software.UseState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of installations can be narrowed to. */
record InstallationFilter(
        @QueryParam("product") @Nullable String product,
        @QueryParam("asset") @Nullable String asset,
        @QueryParam("connectionPoint") @Nullable String connectionPoint,
        @QueryParam("zone") @Nullable String zone,
        @QueryParam("useState") @Nullable UseState useState) {}
