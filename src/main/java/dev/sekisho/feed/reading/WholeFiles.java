package dev.sekisho.feed.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sekisho.web.json.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Files of several records each. What a file of an archive holds is kept back until all of it was read, so that none is
 * taken by half: a broken one is told and left out. What is sent alone is handed on as it is read.
 */
public final class WholeFiles {
    /** More is not kept back: such a file is handed on while it is read, and refuses all where it breaks behind that. */
    static final int MOST_HELD = 5_000;

    private final String feed;
    private final FeedLimits limits;
    private final FeedJson json;
    private final Kind kind;

    /**
     * Which files of an archive are read.
     *
     * @param wanted what is looked for, for whoever sends none
     * @param named whether a file is one of them by its name, which is in small letters
     * @param other why a file of another name is left out
     */
    public record Kind(String wanted, Predicate<String> named, String other) {}

    /** Reads one file; {@code name} is empty where it was sent alone. */
    public interface Body<T> {
        void read(String name, InputStream in, Consumer<? super T> sink, ReadCounts tally) throws IOException;
    }

    public WholeFiles(String feed, FeedLimits limits, Kind kind) {
        this.feed = feed;
        this.limits = limits;
        this.json = new FeedJson(feed, limits);
        this.kind = kind;
    }

    /**
     * Reads an upload to its end.
     *
     * @param strict whether a broken file in an archive refuses all of it
     */
    public <T> FeedReport read(InputStream in, boolean strict, Consumer<? super T> sink, Body<T> body) {
        var reading = new Reading<T>(strict, sink, body);
        json.guarded(() -> {
            Archive.each(feed, in, limits, json, reading::file);
            return reading;
        });
        return reading.tally.report(feed, kind.wanted);
    }

    private final class Reading<T> {
        private final boolean strict;
        private final Consumer<? super T> sink;
        private final Body<T> body;
        private final ReadCounts tally = new ReadCounts();

        Reading(boolean strict, Consumer<? super T> sink, Body<T> body) {
            this.strict = strict;
            this.sink = sink;
            this.body = body;
        }

        void file(String name, InputStream in) throws IOException {
            if (!name.isEmpty() && !kind.named.test(name.toLowerCase(Locale.ROOT))) {
                tally.leaveOut(name, kind.other);
            } else if (strict || name.isEmpty()) {
                told(name, in);
            } else {
                held(name, in);
            }
        }

        /** As it is read; what refuses it says where. */
        private void told(String name, InputStream in) throws IOException {
            try {
                body.read(name, in, sink, tally);
            } catch (JsonProcessingException e) {
                throw unreadable(e);
            }
        }

        private void held(String name, InputStream in) throws IOException {
            var held = new Held<T>(sink);
            var counts = new ReadCounts();
            try {
                body.read(name, in, held, counts);
            } catch (JsonProcessingException e) {
                tally.broken(name, held.refusal(unreadable(e)));
                return;
            } catch (UnreadableFeed e) {
                tally.broken(name, held.refusal(e));
                return;
            }
            held.hand();
            tally.add(counts);
        }
    }

    private UnreadableFeed unreadable(JsonProcessingException e) {
        return new UnreadableFeed(feed, FeedJson.place(e.getLocation()), JsonFault.words(e), e);
    }

    private static final class Held<T> implements Consumer<T> {
        private final Consumer<? super T> sink;
        private List<T> records = new ArrayList<>();
        private boolean overflown;

        Held(Consumer<? super T> sink) {
            this.sink = sink;
        }

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

        /** Why the file is left out, in words; too late where some of it was handed on. */
        String refusal(UnreadableFeed why) {
            if (overflown) {
                throw why;
            }
            return why.place() + ": " + why.reason();
        }
    }
}
