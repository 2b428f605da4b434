package dev.sekisho.organization;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of hosts can be narrowed to. */
record AssetFilter(
        @QueryParam("zone") @Nullable String zone,
        @QueryParam("managedBy") @Nullable String managedBy,
        @QueryParam("credentialGroup") @Nullable String credentialGroup) {}
