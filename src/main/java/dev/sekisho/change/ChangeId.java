package dev.sekisho.change;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids in the order of time (RFC 9562, version 7). A transaction leaves the last bits of its id at zero, and its changes count
 * them up from one: so they follow one another without a sequence that all writers would have to ask.
 */
public final class ChangeId {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of the last 62 bits, those that count: more changes than one transaction ever holds. */
    private static final int COUNTING = 24;

    private static final long VARIANT = 0x8000000000000000L;

    private ChangeId() {}

    static UUID transaction(Instant at) {
        long high = first(at) | (RANDOM.nextLong() & 0x0FFFL);
        long low = VARIANT | (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) >>> COUNTING << COUNTING;
        return new UUID(high, low);
    }

    /** @param number counted from one */
    public static UUID of(UUID tx, int number) {
        if (number >>> COUNTING != 0) {
            throw new IllegalStateException("a transaction of more changes than can be counted");
        }
        return new UUID(tx.getMostSignificantBits(), tx.getLeastSignificantBits() | number);
    }

    /** Not greater than any id made in this millisecond or later. */
    public static UUID from(Instant at) {
        return new UUID(first(at), VARIANT);
    }

    /** Greater than every id of a transaction, and of none that follows. */
    public static UUID afterAll(UUID tx) {
        return new UUID(tx.getMostSignificantBits(), tx.getLeastSignificantBits() | (1L << COUNTING) - 1);
    }

    private static long first(Instant at) {
        return Math.max(0, at.toEpochMilli()) << 16 | 0x7000L;
    }
}
