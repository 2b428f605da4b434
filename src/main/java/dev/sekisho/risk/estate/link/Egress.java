package dev.sekisho.risk.estate.link;

/** What may leave the landing side towards the other side; each worse than the one before. */
public enum Egress {
    DENY_BY_DEFAULT,
    PARTIAL,
    BLOCKLIST,
    NONE,
    UNKNOWN;

    /** What leaves takes the easier way. */
    public Egress worse(Egress other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
