package dev.sekisho.feed;

import dev.sekisho.advisory.AdvisoryRegistry;
import dev.sekisho.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sources that were loaded, so that an answer can say what it rests on. */
@ApplicationScoped
public class LoadedSources {
    private static final String OWN = "own";

    private final FeedRepository feeds;
    private final AdvisoryRegistry advisories;
    private final Transactions transactions;

    LoadedSources(FeedRepository feeds, AdvisoryRegistry advisories, Transactions transactions) {
        this.feeds = feeds;
        this.advisories = advisories;
        this.transactions = transactions;
    }

    /** All of them, in the order of their names; empty where nothing was ever loaded or written. */
    public List<LoadedSource> all() {
        return transactions.readWithin(() -> {
            var loaded = new ArrayList<LoadedSource>();
            feeds.list("lastSuccessAt is not null order by name")
                    .forEach(row ->
                            loaded.add(new LoadedSource(row.name, row.lastSuccessAt, row.releasedAt, row.recordCount)));
            advisories.own().ifPresent(own -> loaded.add(new LoadedSource(OWN, own.latest(), null, own.count())));
            return loaded;
        });
    }

    /** All of them as a sentence. */
    String words() {
        List<LoadedSource> loaded = all();
        return loaded.isEmpty()
                ? "No source is loaded here at all."
                : "Loaded here are " + loaded.stream().map(LoadedSource::words).collect(Collectors.joining(", ")) + ".";
    }
}
