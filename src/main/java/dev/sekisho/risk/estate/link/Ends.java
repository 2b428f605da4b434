package dev.sekisho.risk.estate.link;

import dev.sekisho.risk.traffic.set.AddressSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection point leads from and to.
 *
 * @param thirdParty key of the third party that comes in
 * @param sources the third party's addresses; empty means any
 * @param zone key of the zone it lands in
 * @param asset key of the host it lands on, where it is one host
 */
public record Ends(
        String thirdParty,
        AddressSet sources,
        String zone,
        @Nullable String asset) {

    public Ends from(AddressSet other) {
        return new Ends(thirdParty, other, zone, asset);
    }

    public Ends into(String other) {
        return new Ends(thirdParty, sources, other, asset);
    }

    public Ends onto(@Nullable String host) {
        return new Ends(thirdParty, sources, zone, host);
    }
}
