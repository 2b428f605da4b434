package dev.sekisho.risk.estate;

/** What carries the link. */
public enum Transport {
    DEDICATED_ENCRYPTED,
    IP_VPN,
    INTERNET_VPN,
    INTERNET,
    UNKNOWN
}
