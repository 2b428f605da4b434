package dev.sekisho.matching.product;

/** Why what a source says does not settle whether an installed version is affected. */
public enum Gap {
    /** The source names the product and no versions. */
    NO_VERSIONS(true),
    /** Who wrote it names no versions, and may well mean all. */
    ALL_VERSIONS_MAY_BE_MEANT(false),
    /** The versions the source names cannot be read. */
    RANGE_UNREADABLE(true),
    /** What the source names can be read in several ways: a release or its branch, a patch it does not mention. */
    RANGE_AMBIGUOUS(true),
    /** The version is in none of the ranges, and the source does not say what that means. */
    OUTSIDE_NOT_SAID(true),
    /** The source says itself that it does not know. */
    SOURCE_UNDECIDED(true),
    /** The source speaks of other releases of the distribution. */
    OTHER_RELEASE(true),
    /** The source took its word back. */
    WITHDRAWN(true),
    /** Nobody stated which version is installed. */
    VERSION_MISSING(false),
    /** The version is not written, or not as precisely, as the source writes it. */
    VERSION_SPELLING(false),
    /** It depends on the edition, platform or module, which nobody stated. */
    EDITION_MISSING(false);

    private final boolean ofSource;

    Gap(boolean ofSource) {
        this.ofSource = ofSource;
    }

    /** Whether nothing that we said of what is installed would close it. */
    public boolean isOfSource() {
        return ofSource;
    }
}
