package dev.sekisho.database;

/** The database is ours and its schema is in place: what is held of it in memory is to be read. Told once. */
public record DatabaseOpened() {}
