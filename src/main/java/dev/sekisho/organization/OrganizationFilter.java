package dev.sekisho.organization;

import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;

import dev.sekisho.registry.RefersTo;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of organizations can be narrowed to. */
record OrganizationFilter(
        @QueryParam("parent") @RefersTo(ORGANIZATIONS) @Nullable
        String parent) {}
