package dev.sekisho.feed.fetch;

import java.time.Duration;

/**
 * How much of a fetch is borne.
 *
 * @param time for all of it, redirects included
 * @param patience within each span of this length {@link #LEAST_BYTES} must arrive
 * @param bytes of the file as it is sent
 */
public record FetchLimits(Duration time, Duration patience, long bytes) {
    static final int LEAST_BYTES = 16 * 1024;
    static final int REDIRECTS = 5;

    public FetchLimits {
        if (time.toMillis() < 1 || patience.toMillis() < 1 || bytes < 1) {
            throw new IllegalArgumentException("limits of a fetch are more than nothing");
        }
    }
}
