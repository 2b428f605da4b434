package dev.sekisho.risk.traffic.rule;

/**
 * What a device makes of the addresses of packets, beside the translations of destinations that its rule set lists. The
 * rules of devices before and behind it may then speak of other addresses for the same packet.
 */
public enum Rewriting {
    /** Nothing. */
    NONE,
    /** It may put another source, or another source port, into a packet. */
    SOURCES,
    /** Nobody knows: it may change sources and destinations. */
    UNKNOWN
}
