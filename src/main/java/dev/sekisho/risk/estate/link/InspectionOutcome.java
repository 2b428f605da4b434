package dev.sekisho.risk.estate.link;

/** What somebody found who looked at the filter of a link; each worse than the one before but for the last. */
public enum InspectionOutcome {
    FILTERED,
    PARTLY,
    NOT_FILTERED,
    /** Nothing was found out: it neither confirms nor refutes anything. */
    NOT_ASSESSABLE
}
