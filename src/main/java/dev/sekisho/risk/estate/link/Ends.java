package dev.sekisho.risk.estate.link;

import dev.sekisho.risk.traffic.set.AddressSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection point leads from and to.
 *
 * @param thirdParty key of the third party that comes in
 * @param sources the third party's addresses as far as they are registered; empty means any
 * @param addressing whether these are all
 * @param zone key of the zone it lands in
 * @param asset key of the host it lands on, where it is one host
 */
public record Ends(
        String thirdParty,
        AddressSet sources,
        SourceAddressing addressing,
        String zone,
        @Nullable String asset) {

    /** One of a third party that comes from its registered addresses. */
    public Ends(String thirdParty, AddressSet sources, String zone, @Nullable String asset) {
        this(thirdParty, sources, SourceAddressing.REGISTERED, zone, asset);
    }

    public Ends from(AddressSet other) {
        return new Ends(thirdParty, other, addressing, zone, asset);
    }

    public Ends with(SourceAddressing other) {
        return new Ends(thirdParty, sources, other, zone, asset);
    }

    public Ends into(String other) {
        return new Ends(thirdParty, sources, addressing, other, asset);
    }

    public Ends onto(@Nullable String host) {
        return new Ends(thirdParty, sources, addressing, zone, host);
    }
}
