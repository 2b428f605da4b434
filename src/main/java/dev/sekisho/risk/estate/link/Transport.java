package dev.sekisho.risk.estate.link;

/** What carries the link. */
public enum Transport {
    DEDICATED_ENCRYPTED,
    IP_VPN,
    INTERNET_VPN,
    INTERNET,
    UNKNOWN
}
