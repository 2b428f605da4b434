package dev.sekisho.organization;

import dev.sekisho.registry.RefersTo;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of hosts can be narrowed to. */
record AssetFilter(
        @QueryParam("zone") @RefersTo("zones") @Nullable String zone,

        @QueryParam("managedBy") @RefersTo("third-parties") @Nullable
        String managedBy,

        @QueryParam("credentialGroup") @RefersTo("credential-groups") @Nullable
        String credentialGroup) {}
