package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Zone;
import dev.sekisho.risk.traffic.set.AddressSet;

/** Zones of the tests' estates, changed in one fact. */
final class Zones {
    private Zones() {}

    static Zone with(Zone z, AddressSet cidrs) {
        return new Zone(
                z.key(),
                z.name(),
                z.organization(),
                cidrs,
                z.criticality(),
                z.environment(),
                z.holdsCriticalData(),
                z.monitoring(),
                z.egress());
    }
}
