package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import dev.sekisho.risk.estate.time.Days;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the evidence for a firewall grows old. */
final class Aging {
    private final Model.Evidence model;
    private final LocalDate today;

    Aging(Model.Evidence model, LocalDate today) {
        this.model = model;
        this.today = today;
    }

    /**
     * The state that still counts today: undated evidence is none, and neither is one from the future. Stored rules are
     * evidence of a filter that nobody inspected.
     */
    FilterState standing(Firewall firewall) {
        FilterState stated = firewall.state();
        if (!stated.needsEvidence()) {
            return stated;
        }
        FilterState inspected = aged(stated, firewall.inspectedOn());
        return inspected == FilterState.UNKNOWN
                ? aged(stated == FilterState.VERIFIED ? FilterState.UNVERIFIED : stated, firewall.rulesStoredOn())
                : inspected;
    }

    private FilterState aged(FilterState state, @Nullable LocalDate seen) {
        if (seen == null || !Days.hasBegun(seen, today)) {
            return FilterState.UNKNOWN;
        }
        LocalDate expiry = seen.plusDays(model.validDays());
        if (!today.isBefore(expiry.plusDays(model.graceDays()))) {
            return FilterState.UNKNOWN;
        }
        return today.isBefore(expiry) ? state : old(state);
    }

    /** What only hosts filter would look better if it were taken for a firewall nobody verified. */
    private static FilterState old(FilterState state) {
        return switch (state) {
            case VERIFIED -> FilterState.UNVERIFIED;
            case HOST_ONLY -> FilterState.UNKNOWN;
            default -> state;
        };
    }
}
