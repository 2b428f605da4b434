package dev.sekisho.feed.epss;

import dev.sekisho.feed.reading.FeedJson;
import dev.sekisho.feed.reading.FeedLimits;
import dev.sekisho.feed.reading.KnownFields;
import dev.sekisho.feed.reading.LimitedInput;
import dev.sekisho.feed.reading.ReadCounts;
import dev.sekisho.feed.reading.UnreadableFeed;
import dev.sekisho.matching.published.Dates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the daily EPSS scores in all forms they have had since 2021: with or without the {@code #} line, with or without
 * the percentile, plain or gzip. Columns are found by the header's names.
 */
public final class EpssReader {
    static final String FEED = "epss";
    private static final int LONGEST_LINE = 1_000;

    /** As the files write it; Java would take hexadecimal numbers and a trailing letter as well. */
    private static final Pattern DECIMAL =
            Pattern.compile("(?:[0-9]{1,20}(?:\\.[0-9]{1,20})?|\\.[0-9]{1,20})(?:[eE][-+]?[0-9]{1,3})?");

    private static final KnownFields KNOWN = KnownFields.of("epss");

    private final FeedLimits limits;

    public EpssReader() {
        this(FeedLimits.USUAL);
    }

    public EpssReader(FeedLimits limits) {
        this.limits = limits;
    }

    /** Takes one score. */
    public interface Row {
        /**
         * @param score probability of exploitation within 30 days, 0 to 1
         * @param percentile 0 to 1, or NaN where the file has none
         */
        void accept(String cveId, double score, double percentile);
    }

    /** Hands on each row as soon as it is read; an {@link UnreadableFeed} afterwards means none of them may be kept. */
    public EpssRelease read(InputStream in, Row sink) {
        FeedJson guard = new FeedJson(FEED, limits);
        return guard.guarded(() -> {
            InputStream plain = LimitedInput.plain(FEED, in, limits);
            return new Reading(new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16), sink)
                    .release();
        });
    }

    private final class Reading {
        private final BufferedReader lines;
        private final Row sink;
        private final StringBuilder line = new StringBuilder();
        private long number;
        private long rows;
        private int cve = -1;
        private int score = -1;
        private int percentile = -1;
        private int columns;
        private final ReadCounts strange = new ReadCounts();

        Reading(BufferedReader lines, Row sink) {
            this.lines = lines;
            this.sink = sink;
        }

        EpssRelease release() throws IOException {
            String line = next();
            String comment = line != null && line.startsWith("#") ? line : "";
            header(comment.isEmpty() ? line : next());
            for (line = next(); line != null; line = next()) {
                if (!line.isEmpty()) {
                    row(line);
                }
            }
            if (rows == 0) {
                throw refusal("it holds no score");
            }
            return new EpssRelease(
                    stated(comment, "model_version:"),
                    Dates.instant(stated(comment, "score_date:")),
                    rows,
                    strange.unknown().keySet().stream().toList());
        }

        private @Nullable String next() throws IOException {
            if (++number > limits.records()) {
                throw refusal("more lines than the limit of " + limits.records());
            }
            line.setLength(0);
            int next = lines.read();
            if (next < 0) {
                return null;
            }
            // Measured while it is read: a line without end would fill the memory first.
            for (; next >= 0 && next != '\n'; next = lines.read()) {
                if (line.length() == LONGEST_LINE) {
                    throw refusal("a line of more than " + LONGEST_LINE + " characters is no row of scores");
                }
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }

        private static @Nullable String stated(String comment, String name) {
            int at = comment.indexOf(name);
            return at < 0
                    ? null
                    : comment.substring(at + name.length()).split(",", 2)[0].strip();
        }

        private void header(@Nullable String line) {
            List<String> names = line == null
                    ? List.of()
                    : Arrays.stream(line.split(",", -1))
                            .map(name -> name.strip().toLowerCase(Locale.ROOT))
                            .toList();
            cve = names.indexOf("cve");
            score = names.indexOf("epss");
            percentile = names.indexOf("percentile");
            columns = names.size();
            names.forEach(name -> KNOWN.name(name, strange));
            if (cve < 0 || score < 0) {
                throw refusal("the header names no columns cve and epss; this is not an EPSS file");
            }
        }

        private void row(String line) {
            String[] fields = line.split(",", -1);
            if (fields.length != columns) {
                throw refusal("a row of " + fields.length + " columns where the header has " + columns);
            }
            String id = fields[cve].strip();
            if (!id.startsWith("CVE-")) {
                throw refusal("\"" + id + "\" is not a CVE id");
            }
            rows++;
            sink.accept(
                    id,
                    fraction(fields[score]),
                    percentile < 0 || fields[percentile].isBlank() ? Double.NaN : fraction(fields[percentile]));
        }

        private double fraction(String text) {
            if (!DECIMAL.matcher(text.strip()).matches()) {
                throw refusal("\"" + text + "\" is not a number");
            }
            double value = Double.parseDouble(text.strip());
            if (value >= 0 && value <= 1) {
                return value;
            }
            throw refusal("\"" + text + "\" does not lie between 0 and 1");
        }

        private UnreadableFeed refusal(String reason) {
            return new UnreadableFeed(FEED, "line " + number, reason);
        }
    }
}
