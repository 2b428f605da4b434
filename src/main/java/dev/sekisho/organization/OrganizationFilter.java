package dev.sekisho.organization;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of organizations can be narrowed to. */
record OrganizationFilter(@QueryParam("parent") @Nullable String parent) {}
