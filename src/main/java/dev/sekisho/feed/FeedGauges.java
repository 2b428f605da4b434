package dev.sekisho.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** When each feed was last taken over, as a metric. */
@ApplicationScoped
class FeedGauges {
    private final FeedService desk;
    private final MeterRegistry metrics;
    private final Map<String, AtomicLong> lastSuccess = new ConcurrentHashMap<>();

    FeedGauges(FeedService desk, MeterRegistry metrics) {
        this.desk = desk;
        this.metrics = metrics;
    }

    @Scheduled(every = "60s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        desk.all().stream()
                .filter(feed -> feed.lastSuccessAt() != null)
                .forEach(feed -> gauge(feed.name()).set(feed.lastSuccessAt().getEpochSecond()));
    }

    private AtomicLong gauge(String feed) {
        return lastSuccess.computeIfAbsent(feed, name -> {
            var at = new AtomicLong();
            Gauge.builder("sekisho.feed.last.success", at, AtomicLong::get)
                    .tag("feed", name)
                    .description("When the feed was last taken over, in seconds since 1970")
                    .baseUnit("seconds")
                    .register(metrics);
            return at;
        });
    }
}
