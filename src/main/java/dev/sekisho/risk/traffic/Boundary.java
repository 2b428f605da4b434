package dev.sekisho.risk.traffic;

/**
 * Where a link lies.
 *
 * @param sources the third party's side; a family without an address is unknown there and counts as any
 * @param landing the addresses of the zone the link lands in; none means that the link cannot be assessed
 * @param allocated everything that is allocated to the corporate family, the landing zone included
 */
public record Boundary(AddressSet sources, AddressSet landing, AddressSet allocated) {

    public Boundary {
        allocated = allocated.contains(landing) ? allocated : allocated.union(landing);
    }

    /** Whom an answer has to count with: a family that nobody told us about may be anybody. */
    public AddressSet from() {
        var four = sources.only4().isEmpty() ? AddressSet.ANY4 : sources.only4();
        var six = sources.only6().isEmpty() ? AddressSet.ANY6 : sources.only6();
        return four.union(six);
    }

    /** What has to be guarded: all that is allocated, or everything where nobody knows. */
    public AddressSet to() {
        return allocated.isEmpty() ? AddressSet.ANY : allocated;
    }

    public boolean isAssessable() {
        return !landing.isEmpty();
    }
}
