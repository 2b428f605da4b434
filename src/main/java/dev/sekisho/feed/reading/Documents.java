package dev.sekisho.feed.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sekisho.web.json.JsonFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Records that are one JSON document each, in whatever they are packed: one file, JSON lines, zip or tar, plain or gzip. */
public final class Documents {
    private final String feed;
    private final FeedLimits limits;
    private final FeedJson json;
    private final String wanted;
    private final Predicate<JsonNode> isWanted;
    private final KnownFields known;

    /** @param wanted what a document should be, in words, for those that are not */
    public Documents(String feed, FeedLimits limits, String wanted, Predicate<JsonNode> isWanted) {
        this.feed = feed;
        this.limits = limits;
        this.json = new FeedJson(feed, limits);
        this.wanted = wanted;
        this.isWanted = isWanted;
        this.known = KnownFields.of(feed);
    }

    /** Takes one document: hands on what it holds, and tells the tally what became of it. */
    public interface Take<T> {
        void accept(Fields document, Consumer<T> sink, ReadCounts tally);
    }

    /**
     * Hands on what each document holds once all of it was read, so that none is taken by half.
     *
     * @param strict whether a broken document in an archive refuses all of it; else it is told and left out
     */
    public <T> FeedReport read(InputStream in, boolean strict, Consumer<? super T> sink, Take<T> take) {
        return new Reading<T>(strict, sink, take).report(in);
    }

    private final class Reading<T> {
        private final boolean strict;
        private final Consumer<? super T> sink;
        private final Take<T> take;
        private final ReadCounts tally = new ReadCounts();

        Reading(boolean strict, Consumer<? super T> sink, Take<T> take) {
            this.strict = strict;
            this.sink = sink;
            this.take = take;
        }

        FeedReport report(InputStream in) {
            json.guarded(() -> {
                Archive.each(feed, in, limits, json, (name, file) -> {
                    InputStream text = new BufferedInputStream(file, Markup.LOOKED_AT);
                    if (name.isEmpty()) {
                        alone(text);
                    } else {
                        entry(name, text);
                    }
                });
                return tally;
            });
            return tally.report(feed, wanted);
        }

        private void alone(InputStream file) throws IOException {
            String markup = Markup.of(file);
            if (markup != null) {
                throw new UnreadableFeed(feed, "at its start", "it is " + markup);
            }
            if (json.documents(file, node -> whole(node).run()) == 0) {
                throw new UnreadableFeed(feed, "at its start", "the file is empty");
            }
        }

        /** Reads a document; what is returned hands it on. */
        private Runnable whole(JsonNode node) {
            if (Markup.isCvrf(node)) {
                throw new UnreadableFeed(feed, "record", "it is " + Markup.CVRF);
            }
            var found = new ArrayList<T>();
            var counts = new ReadCounts();
            take.accept(Fields.of(feed, "record", node), found::add, counts);
            known.look(node, counts);
            return () -> {
                found.forEach(sink);
                tally.add(counts);
            };
        }

        /** Archives carry indexes and licences beside the records; what is not a record is left out with its reason. */
        private void entry(String name, InputStream file) throws IOException {
            String lower = name.toLowerCase(Locale.ROOT);
            String markup = Markup.of(file);
            if (markup != null) {
                tally.leaveOut(name, markup);
                return;
            }
            if (!lower.endsWith(".json") && !lower.endsWith(".jsonl")) {
                tally.leaveOut(name, "not a JSON file");
                return;
            }
            try {
                if (json.documents(file, node -> document(name, node)) == 0) {
                    broken(name, new UnreadableFeed(feed, "at its start", "the file is empty"));
                }
            } catch (JsonProcessingException e) {
                broken(name, new UnreadableFeed(feed, FeedJson.place(e.getLocation()), JsonFault.words(e), e));
            }
        }

        private void document(String name, JsonNode node) {
            if (!isWanted.test(node)) {
                tally.leaveOut(name, "not a " + wanted);
                return;
            }
            Runnable read;
            try {
                read = whole(node);
            } catch (UnreadableFeed e) {
                broken(name, e);
                return;
            }
            read.run();
        }

        private void broken(String name, UnreadableFeed why) {
            if (strict) {
                throw why;
            }
            tally.broken(name, why.place() + ": " + why.reason());
        }
    }
}
