package dev.sekisho.feed.cve;

import dev.sekisho.feed.reading.Documents;
import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads CVE JSON 5 records: one document, JSON lines, or a zip or tar of records as the CVE list is published. */
public final class Cve5Reader {
    static final String FEED = "cve";

    private final Documents documents;

    public Cve5Reader() {
        this(FeedLimits.USUAL);
    }

    public Cve5Reader(FeedLimits limits) {
        documents = new Documents(FEED, limits, "CVE record", node -> node.has("containers"));
    }

    /** Hands on each record as soon as it is read; an {@link UnreadableFeed} afterwards means none of them may be kept. */
    public FeedReport read(InputStream in, Consumer<? super AdvisoryRecord> sink) {
        return read(in, true, sink);
    }

    /** @param strict whether a broken document in an archive refuses all of it; else it is told and left out */
    public FeedReport read(InputStream in, boolean strict, Consumer<? super AdvisoryRecord> sink) {
        return documents.<AdvisoryRecord>read(in, strict, sink, (fields, found, tally) -> {
            AdvisoryRecord record = Cve5Record.read(fields);
            if (record == null) {
                tally.skip(
                        fields.requiredObject("cveMetadata").text("cveId", "a record"), "reserved, nothing published");
            } else {
                found.accept(record);
                tally.read();
            }
        });
    }
}
