package dev.sekisho.risk.traffic.rule;

/** Whose address for the destination is meant where a device translates addresses. */
public enum Addressing {
    /** The one the host itself has, of which the rules speak. */
    REAL,
    /** The one a partner sends to, before any translation. */
    PARTNER,
    /** As a question: whichever lets more through. As an answer: it holds for both. */
    EITHER
}
