package dev.sekisho.feed.eukev;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.feed.reading.FeedJson;
import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.FeedReport;
import dev.sekisho.feed.reading.Fields;
import dev.sekisho.feed.reading.KnownFields;
import dev.sekisho.feed.reading.LimitedInput;
import dev.sekisho.feed.reading.ReadCounts;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AdvisoryRecord.Issued;
import dev.sekisho.matching.published.AdvisoryRecord.Threat;
import dev.sekisho.matching.published.AdvisoryRecord.Wording;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.matching.published.CveId;
import dev.sekisho.matching.published.Dates;
import dev.sekisho.matching.published.Exploited;
import dev.sekisho.matching.published.Source;
import dev.sekisho.matching.published.Status;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the European catalogue of known exploited vulnerabilities as its publisher writes it: a bare list, JSON, plain or
 * gzip. It grows at its end and bears no date of its own, so that an entry it leaves out stays exploited. Each
 * entry says who reported it, and that stays with it.
 */
public final class EuKevReader {
    static final String FEED = "eukev";

    /** What the origin is shown with; a source's name has 100 characters at most. */
    private static final int LONGEST_ORIGIN = 80;

    private final FeedLimits limits;
    private final KnownFields known = KnownFields.of(FEED);

    public EuKevReader() {
        this(FeedLimits.USUAL);
    }

    public EuKevReader(FeedLimits limits) {
        this.limits = limits;
    }

    /** Hands on each entry as soon as it is read; an {@link UnreadableFeed} afterwards means none of them may be kept. */
    public FeedReport read(InputStream in, Consumer<? super AdvisoryRecord> sink) {
        FeedJson json = new FeedJson(FEED, limits);
        ReadCounts tally = new ReadCounts();
        json.guarded(() -> {
            try (FeedJson.Records records = json.records(LimitedInput.plain(FEED, in, limits))) {
                list(json, records, sink, tally);
                return tally;
            }
        });
        return tally.report(FEED, "entry");
    }

    private void list(FeedJson json, FeedJson.Records records, Consumer<? super AdvisoryRecord> sink, ReadCounts tally)
            throws IOException {
        if (records.parser().nextToken() != JsonToken.START_ARRAY) {
            throw new UnreadableFeed(
                    FEED,
                    "at its start",
                    "it is no list; this is not the European catalogue of exploited vulnerabilities");
        }
        while (records.parser().nextToken() != JsonToken.END_ARRAY) {
            if (records.parser().currentToken() == null) {
                throw new UnreadableFeed(FEED, "at its end", "the file is cut short; fetch it again");
            }
            String place = records.place();
            json.countWithin(tally.count() + 1);
            Fields fields = Fields.of(FEED, place, records.value());
            sink.accept(entry(fields));
            known.look(fields.node(), tally);
            tally.read();
        }
        if (records.parser().nextToken() != null) {
            throw new UnreadableFeed(FEED, records.place(), "more text after the list's end");
        }
        if (tally.count() == 0) {
            throw new UnreadableFeed(FEED, "as a whole", "it is empty");
        }
    }

    private static AdvisoryRecord entry(Fields fields) {
        String id = fields.required("cveID").toUpperCase(Locale.ROOT);
        if (!CveId.is(id)) {
            throw fields.refusal("the cveID " + id + " is not a CVE id");
        }
        LocalDate reported = day(fields, "dateReported");
        String source = source(fields);
        Boolean ransomware = words(fields, "exploitationType").stream().anyMatch("ransomware"::equalsIgnoreCase)
                ? Boolean.TRUE
                : null;
        String euvd = fields.text("euvdID");
        return new AdvisoryRecord(
                id,
                euvd == null ? Set.of() : Set.of(euvd),
                null,
                new Wording(fields.text("vulnerabilityName"), fields.text("shortDescription")),
                new Issued(
                        null,
                        reported == null
                                ? null
                                : reported.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        false),
                new Threat(null, null, new Exploited(source, reported, null, null, ransomware, null, null), false),
                products(source, fields.required("vendorProject"), fields.required("product")));
    }

    /** The catalogue's name with who reported the entry, as written there. */
    private static String source(Fields fields) {
        String origin = fields.required("originSource").replaceAll("\\p{Cntrl}+", " ");
        return "EU KEV (" + (origin.length() > LONGEST_ORIGIN ? origin.substring(0, LONGEST_ORIGIN - 1) + "…" : origin)
                + ")";
    }

    /** One entry may list several products; no versions are named, so that none is settled by it. */
    private static List<AffectedProduct> products(String source, String vendor, String product) {
        var names = new LinkedHashSet<>(List.of(product));
        names.addAll(List.of(product.split("\\s*,\\s+")));
        var found = new ArrayList<AffectedProduct>();
        names.stream()
                .filter(name -> !name.isBlank())
                .forEach(name -> found.add(
                        AffectedProduct.named(Source.ADVISORY, source, vendor, name, Status.UNKNOWN, List.of())));
        return found;
    }

    /** A list; text in files of an earlier form. */
    private static Set<String> words(Fields fields, String name) {
        JsonNode value = fields.node().path(name);
        String text = value.isTextual() ? value.textValue() : null;
        return text == null ? fields.texts(name) : Set.of(text.strip());
    }

    /** With strokes as the files have it, or with dashes as their description does. */
    private static @Nullable LocalDate day(Fields fields, String name) {
        String text = fields.text(name);
        LocalDate day = text == null ? null : Dates.day(text.replace('/', '-'));
        if (text != null && day == null) {
            throw fields.refusal("the field " + name + " is not a date: " + text);
        }
        return day;
    }
}
