package dev.sekisho.assessment;

import dev.sekisho.change.Changed;
import dev.sekisho.collection.CollectionName;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where committed changes wait for the assessor, merged, so that nothing grows with their number but the set of keys. */
final class ChangeQueue {
    private final Map<CollectionName, Set<String>> changes = new EnumMap<>(CollectionName.class);
    private Set<UUID> transactions = new HashSet<>();
    private boolean everything;
    private boolean asked;
    private long posted;
    private long covered;
    private boolean closed;

    /** When the oldest change that waits, or is under way, was posted, by {@link System#nanoTime}; absent without one. */
    private @Nullable Long waitingSince;

    private @Nullable Long underWaySince;

    /**
     * What to assess in one round.
     *
     * @param transactions whose changes these are
     * @param until the last change it holds
     */
    record Batch(Map<CollectionName, Set<String>> changes, Set<UUID> transactions, boolean everything, long until) {
        int size() {
            return changes.values().stream().mapToInt(Set::size).sum();
        }
    }

    synchronized void put(Changed change) {
        change.keys()
                .forEach((collection, keys) -> changes.computeIfAbsent(collection, any -> new HashSet<>())
                        .addAll(keys));
        if (change.tx() != null) {
            transactions.add(change.tx());
        }
        post();
    }

    /** Asks for a round though nothing was written. */
    synchronized void ask() {
        post();
    }

    /** Asks for a round that reads everything anew. */
    synchronized void askForAll() {
        everything = true;
        post();
    }

    private void post() {
        asked = true;
        posted++;
        if (waitingSince == null) {
            waitingSince = System.nanoTime();
        }
        notifyAll();
    }

    /** Waits for something to assess; empty once it is closed. */
    synchronized Optional<Batch> take() throws InterruptedException {
        while (!asked && !closed) {
            wait();
        }
        if (closed) {
            return Optional.empty();
        }
        var batch = new Batch(Map.copyOf(changes), transactions, everything, posted);
        changes.clear();
        transactions = new HashSet<>();
        everything = false;
        asked = false;
        // A round that failed is still owed what it was about.
        underWaySince = underWaySince == null ? waitingSince : underWaySince;
        waitingSince = null;
        return Optional.of(batch);
    }

    /** How many objects wait. */
    synchronized int size() {
        return changes.values().stream().mapToInt(Set::size).sum();
    }

    /** How long the oldest change that is not covered has waited. */
    synchronized Duration behind() {
        Long since = underWaySince == null ? waitingSince : underWaySince;
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Nothing is taken any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits before the next try, unless it is closed meanwhile. */
    synchronized void pause(Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        long left = time.toMillis();
        while (!closed && left > 0) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
    }

    synchronized void covered(Batch batch) {
        covered = Math.max(covered, batch.until());
        underWaySince = null;
        notifyAll();
    }

    /** Waits until everything posted before this call is assessed, or the time is up. */
    synchronized void awaitCovered(Duration atMost) {
        long wanted = posted;
        long until = System.nanoTime() + atMost.toNanos();
        while (covered < wanted) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
