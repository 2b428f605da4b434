package dev.sekisho.risk.traffic;

/**
 * Where a link lies.
 *
 * @param sources the third party's side; none means that it is unknown, which counts as any
 * @param landing the addresses of the zone the link lands in; none means that the link cannot be assessed
 * @param allocated everything that is allocated to the corporate family, the landing zone included
 */
public record Boundary(AddressSet sources, AddressSet landing, AddressSet allocated) {

    public Boundary {
        allocated = allocated.union(landing);
    }

    /** Whom an answer has to count with: an unknown side may be anybody. */
    public AddressSet from() {
        return sources.isEmpty() ? AddressSet.ANY : sources;
    }

    public boolean isAssessable() {
        return !landing.isEmpty();
    }
}
