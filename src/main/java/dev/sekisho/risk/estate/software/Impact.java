package dev.sekisho.risk.estate.software;

/** SSVC technical impact of a vulnerability; UNKNOWN counts as TOTAL. */
public enum Impact {
    PARTIAL,
    TOTAL,
    UNKNOWN
}
