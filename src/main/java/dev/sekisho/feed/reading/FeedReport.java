package dev.sekisho.feed.reading;

import java.util.List;

/**
 * What became of a feed that was read to its end.
 *
 * @param read records handed on
 * @param skipped how many records were recognised and left out
 * @param reasons why, for the first of them
 */
public record FeedReport(long read, long skipped, List<String> reasons) {

    /** Reasons kept for a person to read; a feed of a million skipped records must not fill memory. */
    public static final int REASONS_KEPT = 50;

    public FeedReport {
        reasons = List.copyOf(reasons);
    }
}
