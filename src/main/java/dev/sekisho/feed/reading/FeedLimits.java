package dev.sekisho.feed.reading;

/**
 * How much a reader takes before it refuses: an upload must not be able to fill memory or run for ever.
 *
 * @param feedBytes bytes of one feed after decompression
 * @param recordBytes bytes of one record (a JSON line, a zip entry, a single document)
 * @param depth levels of nesting inside one record
 * @param records records in one feed
 */
public record FeedLimits(long feedBytes, int recordBytes, int depth, int records) {
    private static final int MIB = 1024 * 1024;

    /** The whole CVE list is about 3 GB of JSON in 300,000 records; the largest single CSAF documents are near 30 MB. */
    public static final FeedLimits USUAL = new FeedLimits(8L * 1024 * MIB, 32 * MIB, 100, 2_000_000);

    public FeedLimits {
        if (feedBytes < 1 || recordBytes < 1 || depth < 1 || records < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }
}
