package dev.sekisho.imports;

/** How far the job of a large import is. */
enum ImportState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED
}
