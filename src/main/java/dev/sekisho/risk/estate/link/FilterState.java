package dev.sekisho.risk.estate.link;

/** What is known of the firewall at a link. UNKNOWN counts like NONE, and so does one that is only planned. */
public enum FilterState {
    VERIFIED,
    UNVERIFIED,
    HOST_ONLY,
    PLANNED,
    NONE,
    UNKNOWN;

    /** Whether the state rests on somebody having looked, so that it needs a dated evidence and grows old. */
    public boolean needsEvidence() {
        return this == VERIFIED || this == UNVERIFIED || this == HOST_ONLY;
    }

    /** Whether nothing can be assumed to stand between the two sides. */
    public boolean absent() {
        return this == NONE || this == PLANNED || this == UNKNOWN;
    }
}
