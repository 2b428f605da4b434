package dev.sekisho.feed;

import static java.util.Objects.requireNonNull;

import dev.sekisho.advisory.AdvisoryRegistry;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.Revisions;
import dev.sekisho.risk.estate.software.KnowledgeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sources that were loaded, so that an answer can say what it rests on. */
@ApplicationScoped
public class LoadedSources {
    private static final String OWN = "own";
    private static final String LOADED = "lastSuccessAt is not null order by name";

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
            feeds.list(LOADED).forEach(row -> loaded.add(source(row)));
            advisories.own().ifPresent(own -> loaded.add(new LoadedSource(OWN, own.latest(), null, own.count(), null)));
            return loaded;
        });
    }

    private static LoadedSource source(FeedEntity row) {
        LocalDate until =
                Feed.of(row.name).map(feed -> feed.goodUntil(day(row))).orElse(null);
        return new LoadedSource(row.name, requireNonNull(row.lastSuccessAt), row.releasedAt, row.recordCount, until);
    }

    private static LocalDate day(FeedEntity row) {
        Instant asOf = row.releasedAt == null ? requireNonNull(row.lastSuccessAt) : row.releasedAt;
        return asOf.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * What verdicts rest on, as facts: every feed that is loaded, and what none of them tells. Read within the caller's
     * transaction, so that it belongs to what else is read there.
     */
    public List<KnowledgeSource> facts() {
        var facts = new ArrayList<KnowledgeSource>();
        var told = EnumSet.noneOf(Feed.Tells.class);
        for (FeedEntity row : feeds.list(LOADED)) {
            Feed.of(row.name).ifPresent(feed -> {
                told.add(feed.tells());
                facts.add(new KnowledgeSource(feed.word(), feed.tells().words(), day(row), feed.goodUntil(day(row))));
            });
        }
        EnumSet.complementOf(told)
                .forEach(
                        tells -> facts.add(KnowledgeSource.missing(String.join(" or ", tells.feeds()), tells.words())));
        return facts;
    }

    /** Whether a feed is loaded whose records name products. */
    public static boolean nameProducts(Collection<KnowledgeSource> facts) {
        return facts.stream()
                .anyMatch(fact -> fact.asOf() != null
                        && Feed.of(fact.key()).filter(Feed::namesProducts).isPresent());
    }

    /** All of them as a sentence. */
    String words() {
        List<LoadedSource> loaded = all();
        return loaded.isEmpty()
                ? "No source is loaded here at all."
                : "Loaded here are " + loaded.stream().map(LoadedSource::words).collect(Collectors.joining(", ")) + ".";
    }
}
