package dev.sekisho.organization;

import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.Environment;
import dev.sekisho.risk.estate.ZoneState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of zones can be narrowed to. */
record ZoneFilter(
        @QueryParam("organization") @RefersTo(ORGANIZATIONS) @Nullable
        String organization,

        @QueryParam("environment") @Nullable Environment environment,
        @QueryParam("state") @Nullable ZoneState state) {}
