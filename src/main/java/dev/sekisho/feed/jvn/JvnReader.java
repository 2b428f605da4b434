package dev.sekisho.feed.jvn;

import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.feed.reading.FeedXml;
import dev.sekisho.feed.reading.KnownFields;
import dev.sekisho.feed.reading.ReadCounts;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.feed.reading.WholeFiles;
import dev.sekisho.feed.reading.XmlElement;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JVN iPedia: overviews (RSS 1.0 with its {@code sec} elements) and records (VULDEF), as its yearly files and its API
 * give them; one file, or a zip or tar of files, plain or gzip. An overview names products, a record their versions too.
 */
public final class JvnReader {
    static final String FEED = "jvn";

    private static final String OVERVIEWS = "RDF";
    private static final String DETAILS = "VULDEF-Document";
    private static final String OVERVIEW = "item";
    private static final String DETAIL = "Vulinfo";
    private static final String STATUS = "Status";
    private static final String FINE = "0";
    private static final String NONE = "0";

    private final FeedXml xml;
    private final WholeFiles files;
    private final KnownFields known = KnownFields.of(FEED);

    public JvnReader() {
        this(FeedLimits.USUAL);
    }

    public JvnReader(FeedLimits limits) {
        this.xml = new FeedXml(FEED, limits);
        this.files = new WholeFiles(
                FEED, limits, new WholeFiles.Kind("file of JVN", JvnReader::mayBeXml, "not an XML file"));
    }

    /** Hands on each record as soon as it is read; an {@link UnreadableFeed} afterwards means none of them may be kept. */
    public FeedReport read(InputStream in, Consumer<? super AdvisoryRecord> sink) {
        return read(in, true, sink);
    }

    /** @param strict whether a broken file in an archive refuses all of it; else it is told and left out */
    public FeedReport read(InputStream in, boolean strict, Consumer<? super AdvisoryRecord> sink) {
        return files.<AdvisoryRecord>read(in, strict, sink, this::file);
    }

    private static boolean mayBeXml(String name) {
        return Stream.of(".rdf", ".xml", ".rss").anyMatch(name::endsWith);
    }

    /** A file without a record is a broken copy, unless JVN says at its end that its search found nothing. */
    private void file(String name, InputStream in, Consumer<? super AdvisoryRecord> sink, ReadCounts tally)
            throws IOException {
        var content = new Content();
        xml.document(in, root -> root(root, tally), element -> {
            content.look(element);
            element(element, sink, tally);
        });
        if (!content.records && !content.saysNone) {
            throw new UnreadableFeed(
                    FEED, "as a whole", "it holds no vulnerability, and does not say that there is none");
        }
        tally.recognise();
    }

    /** What a file holds. */
    private static final class Content {
        private boolean records;
        private boolean saysNone;

        void look(XmlElement element) {
            records |= element.name().equals(OVERVIEW) || element.name().equals(DETAIL);
            saysNone |= element.name().equals(STATUS) && NONE.equals(element.attribute("totalRes"));
        }
    }

    private void root(XmlElement root, ReadCounts tally) {
        switch (root.name()) {
            case OVERVIEWS, DETAILS -> {}
            case "Result" ->
                throw new UnreadableFeed(
                        FEED,
                        "at its start",
                        "it is MyJVN's list of products, alerts or figures, and no vulnerabilities");
            default ->
                throw new UnreadableFeed(
                        FEED, "at its start", "its root is " + root.name() + "; this is neither JVN's RSS nor VULDEF");
        }
        known.look(root.fields(), root.name(), tally);
    }

    private void element(XmlElement element, Consumer<? super AdvisoryRecord> sink, ReadCounts tally) {
        known.name(element.name(), tally);
        switch (element.name()) {
            case OVERVIEW -> take(JvnRecord.ofOverview(element), element, sink, tally);
            case DETAIL -> take(JvnRecord.ofDetails(element), element, sink, tally);
            case STATUS -> refuseError(element.attribute("retCd"), element.attribute("errMsg"));
            default -> {}
        }
    }

    private void take(
            @Nullable JvnRecord record, XmlElement element, Consumer<? super AdvisoryRecord> sink, ReadCounts tally) {
        known.look(element.fields(), element.name(), tally);
        if (record == null) {
            tally.skip(String.valueOf(element.text("title")), "it has no identifier");
            return;
        }
        record.records().forEach(one -> {
            sink.accept(one);
            tally.read();
        });
    }

    /** The API answers with status 200 and says at the end that it could not. */
    private static void refuseError(@Nullable String code, @Nullable String words) {
        if (code != null && !code.equals(FINE)) {
            throw new UnreadableFeed(FEED, "at its end", "JVN answered with error " + code + ": " + words);
        }
    }
}
