package dev.sekisho.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slows down whoever sends wrong keys: each failure within a minute doubles the wait before the next answer to that
 * address, and after thirty nothing but a refusal comes. Right keys are never slowed.
 */
@ApplicationScoped
class Throttle {
    private static final int REFUSED_FROM = 30;
    private static final int FREE = 3;
    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 2000;

    private final Cache<String, AtomicInteger> failures = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(100_000)
            .build();

    /** Counts a failure and tells how long to wait before answering it, in milliseconds. */
    long failed(String address) {
        int count = failures.get(address, any -> new AtomicInteger()).incrementAndGet();
        if (count <= FREE) {
            return 0;
        }
        return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(10, count - FREE - 1));
    }

    boolean refuses(String address) {
        AtomicInteger count = failures.getIfPresent(address);
        return count != null && count.get() >= REFUSED_FROM;
    }
}
