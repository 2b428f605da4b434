package dev.sekisho.feed.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.Locale;
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

    /** Takes one record and tells the tally what became of it. */
    public interface Take {
        void accept(Fields document, ReadCounts tally);
    }

    public FeedReport read(InputStream in, Take take) {
        ReadCounts tally = new ReadCounts();
        json.guarded(() -> {
            Archive.each(feed, in, limits, json, (name, file) -> {
                if (name.isEmpty()) {
                    json.documents(file, node -> one(node, take, tally));
                } else {
                    entry(name, file, take, tally);
                }
            });
            return tally;
        });
        return tally.report(feed, wanted);
    }

    private void one(JsonNode node, Take take, ReadCounts tally) {
        take.accept(Fields.of(feed, "record", node), tally);
        known.look(node, tally);
    }

    /** Archives carry indexes and licences beside the records; what is not a record is left out with its reason. */
    private void entry(String name, InputStream file, Take take, ReadCounts tally) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".json") && !lower.endsWith(".jsonl")) {
            tally.leaveOut(name, "not a JSON file");
            return;
        }
        json.guarded(() -> json.documents(file, node -> {
            if (isWanted.test(node)) {
                one(node, take, tally);
            } else {
                tally.leaveOut(name, "not a " + wanted);
            }
        }));
    }
}
