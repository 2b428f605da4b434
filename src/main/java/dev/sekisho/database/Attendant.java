package dev.sekisho.database;

/** Attends a writing transaction from the moment it was first asked for until the end; a rollback is not told. */
public interface Attendant {
    /** Everything else is written; what is written here is committed with it, or nothing is. */
    void beforeCommit();

    /** It is committed. */
    void afterCommit();
}
