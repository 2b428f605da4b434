package dev.sekisho.feed;

import dev.sekisho.feed.fetch.FetchFailed;
import dev.sekisho.feed.fetch.FetchLimits;
import dev.sekisho.feed.fetch.Fetched;
import dev.sekisho.feed.fetch.Fetcher;
import dev.sekisho.feed.fetch.HostAddresses;
import dev.sekisho.feed.fetch.Hosts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Fetches the feeds that are due, each in a thread of its own: a slow one holds up no other, and no request. */
@ApplicationScoped
class FeedFetching {
    private static final Logger LOG = Logger.getLogger(FeedFetching.class);

    private final FetchPlan plan;
    private final FeedService desk;
    private final FeedsConfig config;
    private final Fetcher fetcher;
    private final Clock clock;
    private final Set<Feed> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Feed.values().length, work -> new Thread(work, "feed-fetch"));

    FeedFetching(FetchPlan plan, FeedService desk, FeedsConfig config, Vertx vertx, Clock clock) {
        this.plan = plan;
        this.desk = desk;
        this.config = config;
        this.clock = clock;
        this.fetcher = new Fetcher(
                vertx,
                new Hosts(config.hosts().orElse(List.of())),
                new HostAddresses(config.mirrors().orElse(List.of())),
                new FetchLimits(
                        config.timeLimit(),
                        config.patience(),
                        config.sizeLimit().asLongValue()),
                config.certificates());
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        for (Feed feed : plan.due()) {
            if (underWay.add(feed)) {
                workers.execute(() -> fetch(feed));
            }
        }
    }

    private void fetch(Feed feed) {
        try {
            taken(feed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (FetchFailed e) {
            desk.failed(feed, "It could not be fetched: " + e.getMessage() + ". Nothing was changed.");
            failed(feed, e);
        } catch (IOException | RuntimeException e) {
            // What was fetched and refused is already on record.
            failed(feed, e);
        } finally {
            underWay.remove(feed);
        }
    }

    private void taken(Feed feed) throws FetchFailed, InterruptedException, IOException {
        Path file = Files.createTempFile("feed-", ".fetched");
        try {
            Fetched fetched = fetcher.fetch(feed.source(config).url().orElseThrow(), plan.held(feed), file);
            FeedView stands = fetched.changed() ? desk.take(feed, file, sending(feed)) : desk.confirm(feed);
            plan.succeeded(feed, fetched.validators(), stands.sha256());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What bears no date is what its publisher says today. */
    private Sending sending(Feed feed) {
        return feed == Feed.EOL ? new Sending(false, LocalDate.now(clock)) : Sending.PLAIN;
    }

    private void failed(Feed feed, Exception why) {
        LOG.warnf("the feed %s was not fetched: %s", feed.word(), why.getMessage());
        plan.failed(feed);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        // Not interrupted: one may be writing, and H2 closes its file when a writer is.
        desk.stop();
        workers.shutdown();
    }
}
