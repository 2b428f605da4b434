package dev.sekisho.risk.estate.link;

/** How whoever uses the link proves who they are. */
public enum Authentication {
    PHISHING_RESISTANT_MFA,
    MUTUAL_CERTIFICATE,
    MFA,
    PRE_SHARED_KEY,
    MFA_WITH_EXEMPTIONS,
    SINGLE_FACTOR,
    SHARED,
    NONE,
    UNKNOWN;

    /** Whether every use of the link needs a second factor. */
    public boolean multiFactor() {
        return this == PHISHING_RESISTANT_MFA || this == MFA;
    }
}
