package dev.sekisho.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether this process is the one that works on the database, as far as it knows. What it knows grows old: a process that
 * was stopped for a while may have been replaced, so nothing is answered on a confirmation that is not recent.
 */
@ApplicationScoped
class Lease {
    /** How often the lease is renewed. */
    static final Duration RENEWED_EVERY = Duration.ofSeconds(2);

    /** For how long a confirmation is relied on: half of the lease, so that clocks of any accuracy agree on it. */
    static final Duration RELIED_ON = Duration.ofSeconds(6);

    /** How long it lasts unless it is renewed. */
    static final Duration LASTS = Duration.ofSeconds(12);

    private volatile @Nullable Confirmation confirmed;
    private volatile boolean over;

    /** A moment by two clocks: one stands still while the machine sleeps, the other can be set. */
    record Moment(long nanos, long millis) {
        Duration until(Moment later) {
            long monotonic = later.nanos - nanos;
            long wall = (later.millis - millis) * 1_000_000;
            return Duration.ofNanos(Math.max(monotonic, wall));
        }
    }

    private record Confirmation(long epoch, Moment at) {}

    static Moment now() {
        return new Moment(System.nanoTime(), System.currentTimeMillis());
    }

    /**
     * The database says that the lease is ours.
     *
     * @param asked when it was asked, which is before it answered
     */
    void confirm(long epoch, Moment asked) {
        confirmed = new Confirmation(epoch, asked);
    }

    /** It is another's, or was given back; for good. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** The epoch in which this process may write; 0 when there is none, which no lease ever has. */
    long epoch() {
        Confirmation known = confirmed;
        return known == null || over ? 0 : known.epoch();
    }

    /** Whether nobody else can have taken over, and the database answered a moment ago. */
    boolean isCurrent() {
        Confirmation known = confirmed;
        return known != null && !over && known.at().until(now()).compareTo(RELIED_ON) < 0;
    }
}
