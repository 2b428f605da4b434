package dev.sekisho.memory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decides whether a process only collects garbage and finds none. The Java machine itself gives up when nothing at all
 * can be had; shortly before that a process can go on for hours without getting anything done.
 */
final class Exhaustion {
    /** Long enough that a burst of work is not taken for the end. */
    static final Duration WINDOW = Duration.ofSeconds(12);

    /** The part of the window that collecting takes, from which on nothing else gets done. */
    static final double COLLECTING = .9;

    /** The part of the heap that is still in use after collecting, all through the window. */
    static final double HELD = .9;

    private final Deque<Sample> window = new ArrayDeque<>();

    /**
     * What was seen at a moment.
     *
     * @param atMillis on a clock that only goes forward
     * @param collectingMillis how long collections have stopped the process since it began
     * @param held the part of the heap that was in use after the last collection, 0 to 1
     */
    record Sample(long atMillis, long collectingMillis, double held) {}

    /** Takes a sample and tells whether the end is reached. */
    boolean reachedAt(Sample now) {
        window.addLast(now);
        while (window.size() > 2 && now.atMillis() - second().atMillis() >= WINDOW.toMillis()) {
            window.removeFirst();
        }
        Sample first = window.getFirst();
        long elapsed = now.atMillis() - first.atMillis();
        long collecting = now.collectingMillis() - first.collectingMillis();
        return elapsed >= WINDOW.toMillis()
                && collecting >= COLLECTING * elapsed
                && window.stream().allMatch(sample -> sample.held() >= HELD);
    }

    private Sample second() {
        return window.stream().skip(1).findFirst().orElseThrow();
    }
}
