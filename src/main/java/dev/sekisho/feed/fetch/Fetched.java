package dev.sekisho.feed.fetch;

/**
 * How a fetch ended.
 *
 * @param changed false where the publisher says that the file is still the one that is held: then nothing was written
 */
public record Fetched(boolean changed, Validators validators) {}
