package dev.sekisho.risk.estate.link;

/** When the link is open at all. */
public enum Access {
    JUST_IN_TIME,
    SCHEDULED,
    ALWAYS_ON,
    UNKNOWN
}
