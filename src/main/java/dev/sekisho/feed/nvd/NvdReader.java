package dev.sekisho.feed.nvd;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sekisho.feed.reading.FeedJson;
import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.feed.reading.Fields;
import dev.sekisho.feed.reading.KnownFields;
import dev.sekisho.feed.reading.ReadCounts;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.feed.reading.WholeFiles;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads NVD API 2.0 answers: pages with {@code vulnerabilities}, or one record per line with {@code cve}. The list inside a
 * page is streamed; NVD's yearly files are one page of 30,000 records.
 */
public final class NvdReader {
    static final String FEED = "nvd";

    private final KnownFields known = KnownFields.of(FEED);
    private final FeedJson json;
    private final WholeFiles files;

    public NvdReader() {
        this(FeedLimits.USUAL);
    }

    public NvdReader(FeedLimits limits) {
        this.json = new FeedJson(FEED, limits);
        this.files = new WholeFiles(
                FEED, limits, new WholeFiles.Kind("page of NVD", name -> name.endsWith(".json"), "not a JSON file"));
    }

    /** Hands on each record as soon as it is read; an {@link UnreadableFeed} afterwards means none of them may be kept. */
    public FeedReport read(InputStream in, Consumer<? super AdvisoryRecord> sink) {
        return read(in, true, sink);
    }

    /** @param strict whether a broken file in an archive refuses all of it; else it is told and left out */
    public FeedReport read(InputStream in, boolean strict, Consumer<? super AdvisoryRecord> sink) {
        return files.<AdvisoryRecord>read(in, strict, sink, this::roots);
    }

    private void roots(String name, InputStream in, Consumer<? super AdvisoryRecord> sink, ReadCounts tally)
            throws IOException {
        try (FeedJson.Records records = json.records(in)) {
            long count = 0;
            while (records.parser().nextToken() != null) {
                json.countWithin(++count);
                root(records, sink, tally);
            }
            if (count == 0) {
                throw new UnreadableFeed(FEED, "at its start", "the file is empty");
            }
        }
    }

    private void root(FeedJson.Records records, Consumer<? super AdvisoryRecord> sink, ReadCounts tally)
            throws IOException {
        JsonParser parser = records.parser();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw notNvd(records.place());
        }
        long before = tally.count();
        Integer announced = null;
        boolean recognised = false;
        String id = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("vulnerabilities") && value == JsonToken.START_ARRAY) {
                recognised = true;
                page(records, sink, tally);
            } else if (name.equals("cve") && value == JsonToken.START_OBJECT) {
                recognised = true;
                Fields cve = Fields.of(FEED, records.place(), records.value());
                known.look(cve.node(), "cve", tally);
                take(cve, id, sink, tally);
            } else if (name.equals("_annotation") && value == JsonToken.START_OBJECT) {
                id = Fields.of(FEED, records.place(), records.value()).text("cve_id");
            } else if (name.equals("resultsPerPage") && value == JsonToken.VALUE_NUMBER_INT) {
                announced = parser.getIntValue();
            } else {
                known.name(name, tally);
                if (value == JsonToken.VALUE_STRING) {
                    known.version(name, TextNode.valueOf(parser.getText()), tally);
                }
                parser.skipChildren();
            }
        }
        long read = tally.count() - before;
        // A page of a search without results says that it holds none.
        if (!recognised || read == 0 && announced == null) {
            throw notNvd(records.place());
        }
        tally.recognise();
        if (announced != null && announced != read) {
            throw new UnreadableFeed(
                    FEED,
                    records.place(),
                    "the page announces " + announced + " records and holds " + read + "; fetch it again");
        }
    }

    private void page(FeedJson.Records records, Consumer<? super AdvisoryRecord> sink, ReadCounts tally)
            throws IOException {
        while (records.parser().nextToken() != JsonToken.END_ARRAY) {
            String place = records.place();
            Fields entry = Fields.of(FEED, place, records.value());
            json.countWithin(tally.count() + 1);
            known.look(entry.node(), "vulnerabilities", tally);
            take(entry.requiredObject("cve"), null, sink, tally);
        }
    }

    private static void take(Fields cve, @Nullable String id, Consumer<? super AdvisoryRecord> sink, ReadCounts tally) {
        sink.accept(NvdRecord.read(cve, id));
        tally.read();
    }

    private static UnreadableFeed notNvd(String place) {
        return new UnreadableFeed(
                FEED, place, "neither a page with vulnerabilities nor a cve; this is not NVD API 2.0");
    }
}
