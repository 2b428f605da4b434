package dev.sekisho.feed.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts while a reader runs. */
public final class ReadCounts {
    private static final int LONGEST_NAME = 200;

    private long read;
    private long skipped;
    private boolean recognised;
    private final List<String> reasons = new ArrayList<>();

    /** Why documents are broken: told before what is only left out. */
    private final List<String> faults = new ArrayList<>();

    private long broken;
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

    /** A document of an archive that cannot be read, and was left out. */
    public void broken(String what, String why) {
        skipped++;
        if (broken++ < FeedReport.REASONS_KEPT) {
            faults.add(what + ": broken, " + why);
        }
    }

    /** Takes in what was counted of a part. */
    void add(ReadCounts part) {
        read += part.read;
        skipped += part.skipped;
        recognised |= part.recognised;
        part.reasons.stream()
                .limit(Math.max(0, FeedReport.REASONS_KEPT - reasons.size()))
                .forEach(reasons::add);
        part.unknown.forEach(this::unknown);
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
        unknown(name, 1);
    }

    private void unknown(String name, long times) {
        String shown = name.replaceAll("\\p{Cntrl}+", " ");
        String cut = shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME - 1) + "…" : shown;
        boolean room =
                cut.equals(FeedReport.OTHERS) || unknown.containsKey(cut) || unknown.size() < FeedReport.REASONS_KEPT;
        unknown.merge(room ? cut : FeedReport.OTHERS, times, Long::sum);
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
            throw new UnreadableFeed(
                    feed,
                    "in the archive",
                    "it holds no " + wanted + " that can be read"
                            + Stream.concat(faults.stream(), reasons.stream())
                                    .findFirst()
                                    .map(first -> "; " + first)
                                    .orElse(""));
        }
        return new FeedReport(
                read,
                skipped,
                Stream.concat(faults.stream(), reasons.stream())
                        .limit(FeedReport.REASONS_KEPT)
                        .toList(),
                unknown,
                broken);
    }
}
