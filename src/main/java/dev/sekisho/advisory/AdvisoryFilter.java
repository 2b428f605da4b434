package dev.sekisho.advisory;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of advisories can be narrowed to. */
record AdvisoryFilter(@QueryParam("cve") @Nullable String cve) {}
