package dev.sekisho.organization;

import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.registry.RefersTo;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of hosts can be narrowed to. */
record AssetFilter(
        @QueryParam("zone") @RefersTo(ZONES) @Nullable String zone,

        @QueryParam("managedBy") @RefersTo(THIRD_PARTIES) @Nullable
        String managedBy,

        @QueryParam("credentialGroup") @RefersTo(others = "credential-groups") @Nullable
        String credentialGroup) {

    AssetFilter {
        credentialGroup = credentialGroup == null ? null : CredentialGroups.normal(credentialGroup);
    }
}
