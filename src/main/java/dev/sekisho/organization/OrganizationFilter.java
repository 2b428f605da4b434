package dev.sekisho.organization;

import dev.sekisho.registry.RefersTo;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of organizations can be narrowed to. */
record OrganizationFilter(
        @QueryParam("parent") @RefersTo("organizations") @Nullable
        String parent) {}
