package dev.sekisho.risk.estate;

import dev.sekisho.risk.estate.link.Monitoring;
import dev.sekisho.risk.traffic.set.AddressSet;
import org.jspecify.annotations.Nullable;

/**
 * A host of ours.
 *
 * @param addresses empty when unknown
 * @param criticality 0..100; unknown counts as 100
 * @param managedBy key of the third party that runs it
 * @param credentialGroup hosts with the same value share an administrator's password
 */
public record Asset(
        String key,
        String name,
        String zone,
        AddressSet addresses,
        @Nullable Integer criticality,
        @Nullable String managedBy,
        Monitoring monitoring,
        @Nullable String credentialGroup) {

    public Asset {
        Criticality.check(criticality);
    }

    /** Criticality with the unknown counted as the highest. */
    public int weight() {
        return Criticality.weight(criticality);
    }

    public Asset with(AddressSet other) {
        return new Asset(key, name, zone, other, criticality, managedBy, monitoring, credentialGroup);
    }

    public Asset worth(@Nullable Integer other) {
        return new Asset(key, name, zone, addresses, other, managedBy, monitoring, credentialGroup);
    }

    public Asset runBy(@Nullable String thirdParty) {
        return new Asset(key, name, zone, addresses, criticality, thirdParty, monitoring, credentialGroup);
    }
}
