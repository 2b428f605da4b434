package dev.sekisho.thirdparty;

import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.ThirdPartyState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of third parties can be narrowed to. */
record ThirdPartyFilter(
        @QueryParam("kind") @Nullable ThirdPartyKind kind,
        @QueryParam("state") @Nullable ThirdPartyState state,
        @QueryParam("notice") @Nullable Notice notice,

        @QueryParam("parent") @RefersTo(THIRD_PARTIES) @Nullable
        String parent) {}
