package dev.sekisho.finding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a finding stands. */
@Schema(
        description =
                "OPEN: its cause is there. ACCEPTED: somebody lives with it until a day. RESOLVED: its cause was found gone.")
enum FindingStatus {
    OPEN,
    /** Somebody answers for it until a day. */
    ACCEPTED,
    /** Its cause is gone. */
    RESOLVED
}
