package dev.sekisho.finding;

/** Where a finding stands. */
enum FindingStatus {
    OPEN,
    /** Somebody answers for it until a day. */
    ACCEPTED,
    /** Its cause is gone. */
    RESOLVED
}
