package dev.sekisho.matching.published;

import org.jspecify.annotations.Nullable;

/** What a document says of a vulnerability in plain words. */
public record Wording(@Nullable String title, @Nullable String description) {
    public static final Wording NONE = new Wording(null, null);
}
