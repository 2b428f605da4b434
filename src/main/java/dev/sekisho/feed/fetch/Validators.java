package dev.sekisho.feed.fetch;

import org.jspecify.annotations.Nullable;

/** What the publisher called the version of a file that is already held. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
}
