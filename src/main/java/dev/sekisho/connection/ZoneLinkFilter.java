package dev.sekisho.connection;

import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.link.LinkState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of zone links can be narrowed to. */
record ZoneLinkFilter(
        @QueryParam("from") @RefersTo(ZONES) @Nullable String from,
        @QueryParam("to") @RefersTo(ZONES) @Nullable String to,
        @QueryParam("state") @Nullable LinkState state) {}
