package dev.sekisho.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done to an object. */
@Schema(
        name = "ChangeOperation",
        description =
                "What was done: CREATED, UPDATED, DELETED; LOADED for a feed, which is one change however many records it has; SNAPSHOT for what was there before changes were recorded.")
public enum ChangeOperation {
    CREATED,
    UPDATED,
    DELETED,
    LOADED,
    SNAPSHOT
}
