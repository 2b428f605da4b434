package dev.sekisho.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the job of a large import is. */
@Schema(description = "How far the job of a large import is.")
enum ImportState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED
}
