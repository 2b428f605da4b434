package dev.sekisho.feed.kev;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.feed.reading.FeedJson;
import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.Fields;
import dev.sekisho.feed.reading.KnownFields;
import dev.sekisho.feed.reading.LimitedInput;
import dev.sekisho.feed.reading.ReadCounts;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.CveId;
import dev.sekisho.matching.published.Dates;
import dev.sekisho.matching.published.KevCatalogue;
import dev.sekisho.matching.published.KevEntry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads CISA's catalogue of known exploited vulnerabilities as it is published. The catalogue is the whole list, so a part
 * of it must never be taken for it: a count that does not fit, an id twice or a file cut short is refused.
 */
public final class KevReader {
    static final String FEED = "kev";

    private final FeedLimits limits;

    public KevReader() {
        this(FeedLimits.USUAL);
    }

    public KevReader(FeedLimits limits) {
        this.limits = limits;
    }

    /** Plain or gzip JSON. */
    public KevCatalogue read(InputStream in) {
        return read(in, new ReadCounts());
    }

    /** @param tally takes in what is not known of the format */
    public KevCatalogue read(InputStream in, ReadCounts tally) {
        FeedJson json = new FeedJson(FEED, limits);
        return json.guarded(() -> {
            try (FeedJson.Records records = json.records(LimitedInput.plain(FEED, in, limits))) {
                return new Reading(json, records, tally).catalogue();
            }
        });
    }

    private static final class Reading {
        private final FeedJson json;
        private final FeedJson.Records records;
        private final ReadCounts tally;
        private final KnownFields known = KnownFields.of(FEED);
        private final List<KevEntry> entries = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private @Nullable String version;
        private @Nullable String released;
        private @Nullable Integer count;
        private boolean listed;

        Reading(FeedJson json, FeedJson.Records records, ReadCounts tally) {
            this.tally = tally;
            this.json = json;
            this.records = records;
        }

        KevCatalogue catalogue() throws IOException {
            if (records.parser().nextToken() != JsonToken.START_OBJECT) {
                throw notTheCatalogue("it does not start with an object");
            }
            while (records.parser().nextToken() == JsonToken.FIELD_NAME) {
                field(records.parser().currentName());
            }
            if (records.parser().nextToken() != null) {
                throw refusal(records.place(), "more text after the catalogue's end");
            }
            return checked();
        }

        private void field(String name) throws IOException {
            JsonToken value = records.parser().nextToken();
            switch (name) {
                case "catalogVersion" -> version = text(name, value);
                case "dateReleased" -> released = text(name, value);
                case "count" -> count = number(value);
                case "vulnerabilities" -> entries(value);
                default -> {
                    known.name(name, tally);
                    records.parser().skipChildren();
                }
            }
        }

        private String text(String name, JsonToken value) throws IOException {
            if (value != JsonToken.VALUE_STRING) {
                throw refusal(records.place(), "the field " + name + " should be text");
            }
            return records.parser().getText();
        }

        private int number(JsonToken value) throws IOException {
            if (value != JsonToken.VALUE_NUMBER_INT) {
                throw refusal(records.place(), "the field count should be a whole number");
            }
            return records.parser().getIntValue();
        }

        private void entries(JsonToken start) throws IOException {
            if (start != JsonToken.START_ARRAY) {
                throw notTheCatalogue("vulnerabilities is not a list");
            }
            listed = true;
            while (records.parser().nextToken() != JsonToken.END_ARRAY) {
                String place = records.place();
                Fields fields = Fields.of(FEED, place, records.value());
                known.look(fields.node(), "vulnerabilities", tally);
                KevEntry entry = entry(fields);
                json.countWithin(entries.size() + 1L);
                if (!ids.add(entry.cveId())) {
                    throw refusal(place, entry.cveId() + " is listed twice");
                }
                entries.add(entry);
            }
        }

        private KevCatalogue checked() {
            if (!listed || version == null || count == null) {
                throw notTheCatalogue("catalogVersion, count or vulnerabilities is missing");
            }
            if (count != entries.size()) {
                throw refusal(
                        "at its end",
                        "it announces " + count + " entries and holds " + entries.size()
                                + "; fetch the whole file again");
            }
            return new KevCatalogue(version, released(), entries);
        }

        private @Nullable Instant released() {
            Instant at = Dates.instant(released);
            if (released != null && at == null) {
                throw refusal("at its top level", "the field dateReleased is not a time: " + released);
            }
            return at;
        }

        private static UnreadableFeed notTheCatalogue(String why) {
            return refusal("at its top level", why + "; this is not CISA's known exploited vulnerabilities catalogue");
        }

        private static UnreadableFeed refusal(String place, String reason) {
            return new UnreadableFeed(FEED, place, reason);
        }
    }

    private static KevEntry entry(Fields fields) {
        String id = fields.required("cveID").toUpperCase(Locale.ROOT);
        if (!CveId.is(id)) {
            throw fields.refusal("the cveID " + id + " is not a CVE id");
        }
        return new KevEntry(
                id,
                fields.required("vendorProject"),
                fields.required("product"),
                new AdvisoryRecord.Wording(fields.text("vulnerabilityName", id), fields.text("shortDescription")),
                required(fields, "dateAdded"),
                day(fields, "dueDate"),
                ransomware(fields.text("knownRansomwareCampaignUse")),
                answer(fields, "forensicTriage"));
    }

    private static LocalDate required(Fields fields, String name) {
        LocalDate day = day(fields, name);
        if (day == null) {
            throw fields.refusal("the field " + name + " is missing");
        }
        return day;
    }

    private static @Nullable LocalDate day(Fields fields, String name) {
        String text = fields.text(name);
        LocalDate day = Dates.day(text);
        if (text != null && day == null) {
            throw fields.refusal("the field " + name + " is not a date: " + text);
        }
        return day;
    }

    /** A word that is neither yes nor no is one we do not understand, and unknown is never safe. */
    private static @Nullable Boolean answer(Fields fields, String name) {
        JsonNode value = fields.node().path(name);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        String word = fields.text(name);
        return word == null || word.isBlank() ? null : (Boolean) !"No".equalsIgnoreCase(word.strip());
    }

    private static @Nullable Boolean ransomware(@Nullable String word) {
        return "Known".equalsIgnoreCase(word) ? Boolean.TRUE : null;
    }
}
