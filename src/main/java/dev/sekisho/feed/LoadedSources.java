package dev.sekisho.feed;

import dev.sekisho.advisory.AdvisoryRegistry;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.Revisions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sources that were loaded, so that an answer can say what it rests on. */
@ApplicationScoped
public class LoadedSources {
    private static final String OWN = "own";

    private final FeedRepository feeds;
    private final AdvisoryRegistry advisories;
    private final Revisions revisions;
    private final Transactions transactions;

    /** Kept, so that answers from memory need no database for this. */
    private volatile @Nullable Read latest;

    LoadedSources(FeedRepository feeds, AdvisoryRegistry advisories, Revisions revisions, Transactions transactions) {
        this.revisions = revisions;
        this.feeds = feeds;
        this.advisories = advisories;
        this.transactions = transactions;
    }

    /** What was read, and at which count of changes. */
    private record Read(long revision, List<LoadedSource> sources) {}

    /** All of them, in the order of their names; empty where nothing was ever loaded or written. */
    public List<LoadedSource> all() {
        long revision = revisions.of(CollectionName.FEEDS) + revisions.of(CollectionName.ADVISORIES);
        Read known = latest;
        if (known == null || known.revision() != revision) {
            known = new Read(revision, read());
            latest = known;
        }
        return known.sources();
    }

    private List<LoadedSource> read() {
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
