package dev.sekisho.risk.estate;

import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.traffic.set.AddressSet;
import org.jspecify.annotations.Nullable;

/**
 * A network segment of ours.
 *
 * @param cidrs its allocated addresses; empty means nothing can be measured against it
 * @param criticality 0..100; unknown counts as 100
 * @param holdsCriticalData unknown counts as yes
 */
public record Zone(
        String key,
        String name,
        String organization,
        AddressSet cidrs,
        @Nullable Integer criticality,
        Environment environment,
        @Nullable Boolean holdsCriticalData,
        Monitoring monitoring,
        Egress egress) {

    public Zone {
        Criticality.check(criticality);
    }

    /** Criticality with the unknown counted as the highest. */
    public int weight() {
        return Criticality.weight(criticality);
    }
}
