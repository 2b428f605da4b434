package dev.sekisho.risk.traffic.rule;

import dev.sekisho.risk.traffic.set.AddressSet;

/**
 * Where a link lies.
 *
 * @param sources what is registered of the other side; a family without an address is unknown there and counts as any
 * @param anywhere whether the other side may come from any address, whatever is registered of it
 * @param unclaimed sources that nobody else speaks for: they count as the other side's, registered or not
 * @param landing the addresses of the zone the link lands in; none means that the link cannot be assessed
 * @param allocated everything that is allocated to the corporate family, the landing zone included
 */
public record Boundary(
        AddressSet sources, boolean anywhere, AddressSet unclaimed, AddressSet landing, AddressSet allocated) {

    public Boundary {
        allocated = allocated.contains(landing) ? allocated : allocated.union(landing);
    }

    /** One where the other side comes from what is registered of it, and from sources nobody else speaks for. */
    public Boundary(AddressSet sources, AddressSet unclaimed, AddressSet landing, AddressSet allocated) {
        this(sources, false, unclaimed, landing, allocated);
    }

    /** One where every source that is not registered for it belongs to somebody else. */
    public Boundary(AddressSet sources, AddressSet landing, AddressSet allocated) {
        this(sources, AddressSet.NONE, landing, allocated);
    }

    /** Whom the register expects: a family that nobody told us about may be anybody, and so may who has no fixed addresses. */
    public AddressSet expected() {
        if (anywhere) {
            return AddressSet.ANY;
        }
        var four = sources.only4().isEmpty() ? AddressSet.ANY4 : sources.only4();
        var six = sources.only6().isEmpty() ? AddressSet.ANY6 : sources.only6();
        return four.union(six);
    }

    /** Whom an answer has to count with. */
    public AddressSet from() {
        return expected().union(unclaimed);
    }

    /**
     * Of the sources that rules name, those that nobody registered; none where nothing is registered of the other side. That
     * it may come from anywhere registers none of them.
     */
    public AddressSet strangers(RuleSet rules) {
        return sources.isEmpty()
                ? AddressSet.NONE
                : rules.namedSources().intersect(unclaimed).minus(sources);
    }

    /** What has to be guarded: all that is allocated, or everything where nobody knows. */
    public AddressSet to() {
        return allocated.isEmpty() ? AddressSet.ANY : allocated;
    }

    public boolean isAssessable() {
        return !landing.isEmpty();
    }
}
