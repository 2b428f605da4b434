package dev.sekisho.risk.estate;

import dev.sekisho.risk.traffic.set.AddressSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The addresses of our own, by corporate family.
 *
 * @param allocated what is allocated to the zones
 * @param stray addresses of hosts that no zone has
 */
record OwnAddresses(Map<String, AddressSet> allocated, Map<String, AddressSet> stray) {
    static final OwnAddresses NONE = new OwnAddresses(Map.of(), Map.of());

    static OwnAddresses of(Estate estate) {
        var parts = new HashMap<String, List<AddressSet>>();
        estate.zones()
                .values()
                .forEach(
                        zone -> parts.computeIfAbsent(estate.familyOf(zone.organization()), family -> new ArrayList<>())
                                .add(zone.cidrs()));
        return of(estate, unions(parts));
    }

    private static OwnAddresses of(Estate estate, Map<String, AddressSet> allocated) {
        var parts = new HashMap<String, List<AddressSet>>();
        for (Asset asset : estate.assets().values()) {
            if (isStray(asset, estate, allocated)) {
                parts.computeIfAbsent(estate.familyAround(asset.zone()), family -> new ArrayList<>())
                        .add(asset.addresses());
            }
        }
        return new OwnAddresses(allocated, unions(parts));
    }

    /** The same zones with other hosts: these very addresses as long as no host has any that its zones have not. */
    OwnAddresses with(Estate estate, Draft<Asset> assets) {
        boolean strays = Stream.concat(assets.gone().stream(), assets.come().stream())
                .anyMatch(asset -> isStray(asset, estate, allocated));
        return strays ? of(estate, allocated) : this;
    }

    private static boolean isStray(Asset asset, Estate estate, Map<String, AddressSet> allocated) {
        return !asset.addresses().isEmpty()
                && estate.zones().containsKey(asset.zone())
                && !allocated
                        .getOrDefault(estate.familyAround(asset.zone()), AddressSet.NONE)
                        .contains(asset.addresses());
    }

    AddressSet allocated(String family) {
        return allocated.getOrDefault(family, AddressSet.NONE);
    }

    AddressSet all(String family) {
        AddressSet strays = stray.get(family);
        return strays == null ? allocated(family) : allocated(family).union(strays);
    }

    private static Map<String, AddressSet> unions(Map<String, List<AddressSet>> parts) {
        var whole = new HashMap<String, AddressSet>();
        parts.forEach((family, some) -> whole.put(family, AddressSet.union(some)));
        return whole;
    }
}
