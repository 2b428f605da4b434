package dev.sekisho.risk.estate;

/** What a zone is for. */
public enum Environment {
    PRODUCTION,
    TEST,
    OT,
    OFFICE,
    DMZ,
    UNKNOWN
}
