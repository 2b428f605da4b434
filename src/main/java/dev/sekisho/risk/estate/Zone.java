package dev.sekisho.risk.estate;

import dev.sekisho.risk.estate.link.Egress;
import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.traffic.set.AddressSet;
import org.jspecify.annotations.Nullable;

/**
 * A network segment of ours.
 *
 * @param cidrs its allocated addresses; empty means nothing can be measured against it
 */
public record Zone(
        String key,
        String name,
        String organization,
        AddressSet cidrs,
        Classification classification,
        Monitoring monitoring,
        Egress egress,
        ZoneState state) {

    /** One in full use. */
    public Zone(
            String key,
            String name,
            String organization,
            AddressSet cidrs,
            Classification classification,
            Monitoring monitoring,
            Egress egress) {
        this(key, name, organization, cidrs, classification, monitoring, egress, ZoneState.ACTIVE);
    }

    /** 0..100; unknown counts as 100. */
    public @Nullable Integer criticality() {
        return classification.criticality();
    }

    public Environment environment() {
        return classification.environment();
    }

    /** Unknown counts as yes. */
    public @Nullable Boolean holdsCriticalData() {
        return classification.holdsCriticalData();
    }

    /** Criticality with the unknown counted as the highest. */
    public int weight() {
        return Criticality.weight(criticality());
    }

    public Zone with(AddressSet other) {
        return new Zone(key, name, organization, other, classification, monitoring, egress, state);
    }

    public Zone with(Classification other) {
        return new Zone(key, name, organization, cidrs, other, monitoring, egress, state);
    }

    public Zone with(ZoneState other) {
        return new Zone(key, name, organization, cidrs, classification, monitoring, egress, other);
    }
}
