package dev.sekisho.advisory;

import dev.sekisho.registry.RefersTo;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a list of advisories can be narrowed to. */
record AdvisoryFilter(
        @QueryParam("cve") @RefersTo(others = "cves") @Nullable
        String cve) {

    AdvisoryFilter {
        cve = cve == null ? null : cve.toUpperCase(Locale.ROOT);
    }
}
