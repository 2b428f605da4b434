package dev.sekisho.feed.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What one host answered.
 *
 * @param location where else to ask; null where this was the file itself, or word that it is still the one held
 * @param changed whether a file was written
 */
record Answer(@Nullable String location, boolean changed, Validators validators) {
    static Answer elsewhere(String location) {
        return new Answer(location, false, Validators.NONE);
    }

    static Answer file(Validators validators) {
        return new Answer(null, true, validators);
    }

    static Answer unchanged(Validators held) {
        return new Answer(null, false, held);
    }
}
