package dev.sekisho.connection;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.link.LinkState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of zone links can be narrowed to. */
record ZoneLinkFilter(
        @QueryParam("from") @RefersTo("zones") @Nullable String from,
        @QueryParam("to") @RefersTo("zones") @Nullable String to,
        @QueryParam("state") @Nullable LinkState state) {}
