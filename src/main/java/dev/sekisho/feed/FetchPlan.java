package dev.sekisho.feed;

import dev.sekisho.database.Transactions;
import dev.sekisho.feed.fetch.Validators;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When each feed is fetched next. It is stored, so that no restart asks a publisher again early, and a failure only moves
 * it: nobody sleeps between two tries.
 */
@ApplicationScoped
class FetchPlan {
    private final FeedsConfig config;
    private final FetchRepository rows;
    private final FeedRepository feeds;
    private final Clock clock;
    private final Transactions transactions;

    FetchPlan(FeedsConfig config, FetchRepository rows, FeedRepository feeds, Clock clock, Transactions transactions) {
        this.config = config;
        this.rows = rows;
        this.feeds = feeds;
        this.clock = clock;
        this.transactions = transactions;
    }

    private boolean fetched(Feed feed) {
        return feed.source(config).url().isPresent();
    }

    private URI url(Feed feed) {
        return feed.source(config).url().orElseThrow();
    }

    /** The feeds whose time has come. */
    List<Feed> due() {
        List<Feed> fetched = Arrays.stream(Feed.values()).filter(this::fetched).toList();
        if (fetched.isEmpty()) {
            return fetched;
        }
        Instant now = clock.instant();
        return transactions.read(() -> fetched.stream()
                .filter(feed -> !next(feed, row(feed)).isAfter(now))
                .toList());
    }

    private @Nullable FetchEntity row(Feed feed) {
        return rows.findById(feed.word());
    }

    /** A new address is asked at once, and a shorter period counts from now on. */
    private Instant next(Feed feed, @Nullable FetchEntity row) {
        if (row == null || !row.url.equals(url(feed).toString())) {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS);
        }
        Instant regular = row.attemptedAt.plus(feed.source(config).every());
        return row.nextAt.isBefore(regular) ? row.nextAt : regular;
    }

    /** What is held of the feed, where it came from this address and nothing was sent in since. */
    Validators held(Feed feed) {
        return transactions.read(() -> {
            FetchEntity row = row(feed);
            FeedEntity held = feeds.findById(feed.word());
            if (row == null
                    || held == null
                    || !row.url.equals(url(feed).toString())
                    || !Objects.equals(row.sha256, held.sha256)) {
                return Validators.NONE;
            }
            return new Validators(row.etag, row.lastModified);
        });
    }

    void succeeded(Feed feed, Validators validators, @Nullable String sha256) {
        write(feed, row -> {
            row.etag = validators.etag();
            row.lastModified = validators.lastModified();
            row.sha256 = sha256;
            row.failures = 0;
            row.nextAt = row.attemptedAt.plus(feed.source(config).every());
        });
    }

    void failed(Feed feed) {
        write(feed, row -> {
            row.failures++;
            Duration every = feed.source(config).every();
            Duration pause = row.failures % (config.retries() + 1) == 0 ? every : pause(row.failures);
            row.nextAt = row.attemptedAt.plus(pause.compareTo(every) < 0 ? pause : every);
        });
    }

    /** Doubled each time, up to half of it left out at random, so that many services do not come back together. */
    private Duration pause(int failures) {
        int doubled = (failures - 1) % (config.retries() + 1);
        long whole = config.retryPause().multipliedBy(1L << doubled).toMillis();
        return Duration.ofMillis(whole - ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }

    private void write(Feed feed, Consumer<FetchEntity> change) {
        transactions.write(() -> {
            FetchEntity known = row(feed);
            FetchEntity row = known == null ? new FetchEntity() : known;
            row.name = feed.word();
            row.url = url(feed).toString();
            row.attemptedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            change.accept(row);
            rows.persist(row);
        });
    }

    /** How a feed is fetched, within the caller's transaction; null for one that is not. */
    @Nullable
    FetchView view(Feed feed) {
        if (!fetched(feed)) {
            return null;
        }
        URI url = url(feed);
        FetchEntity row = row(feed);
        return new FetchView(
                url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                        + url.getPath(),
                feed.source(config).every().toString(),
                next(feed, row),
                row == null ? null : row.attemptedAt,
                row == null ? 0 : row.failures);
    }
}
