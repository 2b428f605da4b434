package dev.sekisho.feed.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sekisho.web.json.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Files of several records each. What a file of an archive holds is kept back until all of it was read, so that none is
 * taken by half: a broken one is told and left out. What is sent alone is handed on as it is read.
 */
public final class WholeFiles<T> {
    /** More is not kept back: such a file is handed on while it is read, and refuses all where it breaks behind that. */
    static final int MOST_HELD = 5_000;

    private final String feed;
    private final boolean strict;
    private final Consumer<? super T> sink;
    private final ReadCounts tally;

    /** Reads one file; {@code name} is empty where it was sent alone. */
    public interface Body<T> {
        void read(String name, InputStream in, Consumer<? super T> sink, ReadCounts tally) throws IOException;
    }

    /** @param strict whether a broken file in an archive refuses all of it */
    public WholeFiles(String feed, boolean strict, Consumer<? super T> sink, ReadCounts tally) {
        this.feed = feed;
        this.strict = strict;
        this.sink = sink;
        this.tally = tally;
    }

    public void file(String name, InputStream in, Body<T> body) throws IOException {
        if (strict || name.isEmpty()) {
            told(name, in, body);
            return;
        }
        var held = new Held();
        var counts = new ReadCounts();
        try {
            body.read(name, in, held, counts);
        } catch (JsonProcessingException e) {
            held.broken(name, unreadable(e));
            return;
        } catch (UnreadableFeed e) {
            held.broken(name, e);
            return;
        }
        held.hand();
        tally.add(counts);
    }

    /** As it is read; what refuses it says where. */
    private void told(String name, InputStream in, Body<T> body) throws IOException {
        try {
            body.read(name, in, sink, tally);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private UnreadableFeed unreadable(JsonProcessingException e) {
        return new UnreadableFeed(feed, FeedJson.place(e.getLocation()), JsonFault.words(e), e);
    }

    private final class Held implements Consumer<T> {
        private List<T> records = new ArrayList<>();
        private boolean overflown;

        @Override
        public void accept(T record) {
            records.add(record);
            if (overflown || records.size() > MOST_HELD) {
                overflown = true;
                hand();
            }
        }

        void hand() {
            records.forEach(sink);
            records = new ArrayList<>();
        }

        void broken(String name, UnreadableFeed why) {
            if (overflown) {
                throw why;
            }
            tally.broken(name, why.place() + ": " + why.reason());
        }
    }
}
