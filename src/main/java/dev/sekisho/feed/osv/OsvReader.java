package dev.sekisho.feed.osv;

import dev.sekisho.feed.reading.Documents;
import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.feed.reading.Fields;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AdvisoryRecord.Issued;
import dev.sekisho.matching.published.AdvisoryRecord.Threat;
import dev.sekisho.matching.published.AdvisoryRecord.Wording;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.CvssScore;
import dev.sekisho.matching.published.Dates;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads OSV records: one document, JSON lines, or a zip or tar of records. */
public final class OsvReader {
    static final String FEED = "osv";

    private final Documents documents;

    public OsvReader() {
        this(FeedLimits.USUAL);
    }

    public OsvReader(FeedLimits limits) {
        documents = new Documents(FEED, limits, "OSV record", node -> node.has("id") && node.has("modified"));
    }

    /** Hands on each record as soon as it is read; an {@link UnreadableFeed} afterwards means none of them may be kept. */
    public FeedReport read(InputStream in, Consumer<? super AdvisoryRecord> sink) {
        return read(in, true, sink);
    }

    /** @param strict whether a broken document in an archive refuses all of it; else it is told and left out */
    public FeedReport read(InputStream in, boolean strict, Consumer<? super AdvisoryRecord> sink) {
        return documents.<AdvisoryRecord>read(in, strict, sink, (fields, found, tally) -> {
            found.accept(record(fields));
            tally.read();
        });
    }

    private static AdvisoryRecord record(Fields document) {
        String id = document.required("id");
        Fields fields = new Fields(document.feed(), id, document.node());
        if (Dates.instant(fields.required("modified")) == null) {
            throw fields.refusal("the field modified is not a time: " + fields.text("modified"));
        }
        return new AdvisoryRecord(
                id,
                aliases(fields),
                null,
                new Wording(fields.text("summary"), fields.text("details")),
                new Issued(
                        Dates.instant(fields.text("published")), modified(fields), fields.instant("withdrawn") != null),
                new Threat(
                        cvss(fields),
                        null,
                        null,
                        fields.objects("references").stream()
                                .anyMatch(reference -> "EVIDENCE".equals(reference.text("type")))),
                affected(fields));
    }

    /** Some publishers withdraw a record without saying that they modified it. */
    private static @Nullable Instant modified(Fields record) {
        return Stream.of("modified", "withdrawn")
                .map(name -> Dates.instant(record.text(name)))
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A distribution's record of what it repaired names the vulnerability itself as the one upstream. */
    private static Set<String> aliases(Fields record) {
        Set<String> aliases = new LinkedHashSet<>(record.texts("aliases"));
        aliases.addAll(record.texts("upstream"));
        aliases.addAll(OsvRelated.cves(record));
        return aliases;
    }

    private static @Nullable CvssScore cvss(Fields record) {
        List<Fields> severities = new ArrayList<>(record.objects("severity"));
        record.objects("affected").forEach(entry -> severities.addAll(entry.objects("severity")));
        return Stream.of("CVSS_V4", "CVSS_V3", "CVSS_V2")
                .flatMap(type -> severities.stream().filter(severity -> type.equals(severity.text("type"))))
                .map(OsvReader::score)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable CvssScore score(Fields severity) {
        String vector = severity.text("score", "");
        String version = vector.startsWith("CVSS:") && vector.length() > 8 ? vector.substring(5, 8) : "2.0";
        return CvssScore.ofVector(version, vector, "OSV");
    }

    private static List<AffectedProduct> affected(Fields record) {
        Fields specific = record.object("database_specific");
        Set<String> cpes = specific == null ? Set.of() : specific.texts("cpes");
        // The names of the whole record say which product is meant only where there is one.
        boolean one = record.objects("affected").size() == 1;
        return record.objects("affected").stream()
                .map(entry -> OsvAffected.read(entry, one ? cpes : Set.of()))
                .toList();
    }
}
