package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.incremental.Derived;
import dev.sekisho.risk.incremental.Step;
import dev.sekisho.risk.traffic.set.AddressSet;

/** The corporate family around every zone and the addresses that are its own. */
final class OwnSpace {

    /**
     * @param key of the family: its topmost organization
     * @param allocated to its zones
     * @param own of its zones and hosts
     */
    record Family(String key, AddressSet allocated, AddressSet own) {}

    /** By zone. */
    final Derived<Family, Family> families;

    OwnSpace(AssessmentInput input, Step step) {
        Estate estate = input.estate;
        // By organization first: there are few, and what belongs to a family may be thousands of addresses to compare.
        Derived<Family, Family> ofOrganizations = step.over(input.organizations)
                .readingFrom(estate.organizations(), estate.ownAddresses())
                .collect("families of organizations", at -> {
                    String family = estate.familyOf(input.organizations.get(at).key());
                    return new Family(family, estate.allocatedTo(family), estate.ownOf(family));
                });
        families = step.over(input.zones)
                .reading(ofOrganizations, input.zonesByOrganization)
                .collect("families of zones", zone -> ofOrganizations.get(input.zonesByOrganization.of(zone)));
    }

    Family around(int zone) {
        return families.get(zone);
    }
}
