package dev.sekisho.risk.score;

import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.link.Firewall;
import java.time.LocalDate;

/** How the evidence for a firewall grows old. */
final class Aging {
    private final Model.Evidence model;
    private final LocalDate today;

    Aging(Model.Evidence model, LocalDate today) {
        this.model = model;
        this.today = today;
    }

    /** The state that still counts today: undated evidence is none, and neither is one from the future. */
    FilterState standing(Firewall firewall) {
        LocalDate inspected = firewall.inspectedOn();
        if (!firewall.state().needsEvidence()) {
            return firewall.state();
        }
        if (inspected == null || inspected.isAfter(today)) {
            return FilterState.UNKNOWN;
        }
        return aged(firewall, inspected);
    }

    private FilterState aged(Firewall firewall, LocalDate inspected) {
        LocalDate expiry = inspected.plusDays(model.validDays());
        LocalDate due = firewall.inspectionDueOn() == null ? expiry : firewall.inspectionDueOn();
        if (!today.isBefore(due.plusDays(model.graceDays()))) {
            return FilterState.UNKNOWN;
        }
        return today.isBefore(expiry) ? firewall.state() : old(firewall.state());
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
