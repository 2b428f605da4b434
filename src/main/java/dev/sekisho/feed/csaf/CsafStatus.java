package dev.sekisho.feed.csaf;

import dev.sekisho.matching.published.Status;
import dev.sekisho.matching.published.VersionRange;
import java.util.List;

/** The lists of products in which a CSAF document says how each stands to a vulnerability. */
enum CsafStatus {
    KNOWN_AFFECTED(Status.AFFECTED),
    FIRST_AFFECTED(Status.AFFECTED),
    /** Up to and with this version; what was released later holds a repair. */
    LAST_AFFECTED(Status.AFFECTED),
    FIXED(Status.FIXED),
    FIRST_FIXED(Status.FIXED),
    KNOWN_NOT_AFFECTED(Status.UNAFFECTED),
    UNDER_INVESTIGATION(Status.UNKNOWN),
    /** To be installed, which says nothing of the flaw. */
    RECOMMENDED(Status.UNKNOWN);

    private final Status status;

    CsafStatus(Status status) {
        this.status = status;
    }

    Status status() {
        return status;
    }

    String field() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What it says of one version. */
    VersionRange of(String version) {
        return this == LAST_AFFECTED
                ? new VersionRange(null, false, null, version, status, null, List.of(), "up to " + version)
                : VersionRange.single(version, status, null);
    }
}
