package dev.sekisho.feed.reading;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a feed that was read to its end.
 *
 * @param read records handed on
 * @param skipped how many records were recognised and left out
 * @param reasons why, for the first of them
 * @param unknown fields, columns and versions of the format that are not known, with how often each stood there
 * @param broken how many of those left out are broken documents of an archive
 */
public record FeedReport(long read, long skipped, List<String> reasons, SortedMap<String, Long> unknown, long broken) {

    /** Reasons kept for a person to read; a feed of a million skipped records must not fill memory. */
    public static final int REASONS_KEPT = 50;

    /** Under which name what is unknown beyond as many is counted. */
    public static final String OTHERS = "(others)";

    public FeedReport {
        reasons = List.copyOf(reasons);
        unknown = Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
    }

    /** Of a feed in which all is known. */
    public FeedReport(long read, long skipped, List<String> reasons) {
        this(read, skipped, reasons, Collections.emptySortedMap(), 0);
    }
}
