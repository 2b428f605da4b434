package dev.sekisho.database;

/**
 * A write that nobody in this process was told of turned out to be stored, because the answer to its commit was lost: what
 * is held in memory is to be read again. Nothing is committed meanwhile.
 */
public record MemoryOutdated() {}
