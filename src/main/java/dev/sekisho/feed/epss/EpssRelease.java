package dev.sekisho.feed.epss;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an EPSS file says of itself and how many scores it held. A CVE without a row has no score: unknown, not 0.
 *
 * @param unknown names of columns that are not known
 * @param modelVersion null in files before 2022, which do not state it
 */
public record EpssRelease(
        @Nullable String modelVersion, @Nullable Instant scored, long rows, List<String> unknown) {
    public EpssRelease {
        unknown = List.copyOf(unknown);
    }
}
