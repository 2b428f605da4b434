package dev.sekisho.risk.score;

/** From where software can be reached. */
public enum Reach {
    /** By a third party or from the internet. */
    THIRD_PARTY,
    INTERNAL,
    /** Every link to it is cut and verified, or lets nothing through. */
    ISOLATED
}
