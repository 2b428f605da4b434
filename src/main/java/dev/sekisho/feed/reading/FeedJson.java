package dev.sekisho.feed.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sekisho.web.json.JsonFault;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** JSON under limits: records are taken one at a time from the stream, and every failure is an {@link UnreadableFeed} with its place. */
public final class FeedJson {
    private static final int NAME_LENGTH = 10_000;
    private static final int NUMBER_LENGTH = 100;

    private final String feed;
    private final FeedLimits limits;
    private final ObjectMapper mapper;

    public FeedJson(String feed, FeedLimits limits) {
        this.feed = feed;
        this.limits = limits;
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxNumberLength(NUMBER_LENGTH)
                .maxNameLength(NAME_LENGTH)
                .maxStringLength(limits.recordBytes())
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                // Two values under one name leave open which one was meant.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper = JsonMapper.builder(factory).build();
    }

    public interface Body<T> {
        T read() throws IOException;
    }

    /** Runs a reader's body and turns what goes wrong into a refusal. */
    public <T> T guarded(Body<T> body) {
        try {
            return body.read();
        } catch (JsonProcessingException e) {
            throw new UnreadableFeed(feed, place(e.getLocation()), JsonFault.words(e), e);
        } catch (EOFException e) {
            throw new UnreadableFeed(feed, "at its end", "the file is cut short; fetch it again", e);
        } catch (ZipException e) {
            throw new UnreadableFeed(
                    feed,
                    "in the compressed data",
                    "it cannot be unpacked, or is packed in a way that is not read; fetch it again",
                    e);
        } catch (IOException e) {
            throw new UnreadableFeed(feed, "while reading", "it cannot be read to its end; fetch it again", e);
        }
    }

    /** How many documents there are, one after the other, as in JSON lines; a pretty-printed single document is the case of one. */
    long documents(InputStream in, Consumer<JsonNode> sink) throws IOException {
        long count = 0;
        try (Records records = records(in)) {
            while (records.parser().nextToken() != null) {
                countWithin(++count);
                String place = place(records.parser().currentTokenLocation());
                JsonNode node = records.value();
                try {
                    sink.accept(node);
                } catch (UnreadableFeed e) {
                    throw e.within(place);
                }
            }
        }
        return count;
    }

    public void countWithin(long count) {
        if (count > limits.records()) {
            throw new UnreadableFeed(feed, "record " + count, "more records than the limit of " + limits.records());
        }
    }

    public Records records(InputStream in) throws IOException {
        LimitedInput limited = LimitedInput.limited(feed, in, limits.recordBytes());
        return new Records(limited, mapper.createParser(limited));
    }

    /** A parser whose allowance of bytes is renewed with every record taken from it. */
    public static final class Records implements Closeable {
        private final LimitedInput in;
        private final JsonParser parser;

        private Records(LimitedInput in, JsonParser parser) {
            this.in = in;
            this.parser = parser;
        }

        public JsonParser parser() {
            return parser;
        }

        /** The value at the current token, as a tree. */
        public JsonNode value() throws IOException {
            in.renew();
            return parser.readValueAsTree();
        }

        public String place() {
            return FeedJson.place(parser.currentTokenLocation());
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }

    static String place(@Nullable JsonLocation at) {
        return at == null ? "at an unknown place" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
