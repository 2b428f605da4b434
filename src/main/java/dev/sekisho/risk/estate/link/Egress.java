package dev.sekisho.risk.estate.link;

/** What may leave the landing side towards the other side. */
public enum Egress {
    DENY_BY_DEFAULT,
    PARTIAL,
    BLOCKLIST,
    NONE,
    UNKNOWN
}
