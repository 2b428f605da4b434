package dev.sekisho.risk.estate;

/** What we were told, or found, of an intrusion at the third party. */
public enum Notice {
    NONE,
    SUSPECTED,
    COMPROMISED
}
