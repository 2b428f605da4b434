package dev.sekisho.feed.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts while a reader runs. */
public final class ReadCounts {
    private static final int LONGEST_NAME = 200;

    private long read;
    private long skipped;
    private boolean recognised;
    private final List<String> reasons = new ArrayList<>();
    private final SortedMap<String, Long> unknown = new TreeMap<>();

    public void read() {
        recognise();
        read++;
    }

    /** Something was what it should be, even if there was nothing in it. */
    public void recognise() {
        recognised = true;
    }

    /** A record that is one, and of which nothing can be taken. */
    public void skip(String what, String why) {
        recognise();
        leaveOut(what, why);
    }

    /** A file that is no record. */
    public void leaveOut(String what, String why) {
        skipped++;
        if (reasons.size() < FeedReport.REASONS_KEPT) {
            reasons.add(what + ": " + why);
        }
    }

    /** A field, column or version that is not known, by its name in the format. */
    public void unknown(String name) {
        String shown = name.replaceAll("\\p{Cntrl}+", " ");
        String cut = shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME - 1) + "…" : shown;
        boolean room = unknown.containsKey(cut) || unknown.size() < FeedReport.REASONS_KEPT;
        unknown.merge(room ? cut : FeedReport.OTHERS, 1L, Long::sum);
    }

    public SortedMap<String, Long> unknown() {
        return unknown;
    }

    public long count() {
        return read;
    }

    /** @throws UnreadableFeed when nothing was what it should be: an archive of other things is not this feed */
    public FeedReport report(String feed, String wanted) {
        if (!recognised) {
            throw new UnreadableFeed(feed, "in the archive", "it holds no " + wanted);
        }
        return new FeedReport(read, skipped, reasons, unknown);
    }
}
