package dev.sekisho.feed.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What one host answered.
 *
 * @param location where else to ask; null where this was the file itself, or word that it is still the one held
 * @param changed whether a file was written
 */
record HttpAnswer(@Nullable String location, boolean changed, Validators validators) {
    static HttpAnswer elsewhere(String location) {
        return new HttpAnswer(location, false, Validators.NONE);
    }

    static HttpAnswer file(Validators validators) {
        return new HttpAnswer(null, true, validators);
    }

    static HttpAnswer unchanged(Validators held) {
        return new HttpAnswer(null, false, held);
    }
}
