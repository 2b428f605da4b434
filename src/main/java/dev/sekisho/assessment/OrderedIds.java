package dev.sekisho.assessment;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids in the order they were made (UUID version 7). Thousands of rows that are written together then lie together in every
 * index, where random ids would touch a page of each for every row. Used by one thread.
 */
final class OrderedIds {
    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_END = 1 << COUNTER_BITS;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SecureRandom random = new SecureRandom();
    private long millis;
    private int counter;

    String next() {
        long now = System.currentTimeMillis();
        if (now > millis) {
            millis = now;
            counter = 0;
        } else if (++counter == COUNTER_END) {
            // More than a millisecond holds: the next one is begun ahead of the clock.
            millis++;
            counter = 0;
        }
        return new UUID(millis << 16 | VERSION_7 | counter, VARIANT | (random.nextLong() >>> 2)).toString();
    }
}
