package dev.sekisho.risk.path;

import java.util.Arrays;

/** First in, first out, without boxes; what was taken is not reclaimed, for searches are short. */
final class IntQueue {
    private int[] values;
    private int head;
    private int tail;

    IntQueue(int size) {
        values = new int[Math.max(16, size)];
    }

    boolean isEmpty() {
        return head == tail;
    }

    int next() {
        return values[head++];
    }

    void add(int value) {
        if (tail == values.length) {
            values = Arrays.copyOf(values, 2 * tail);
        }
        values[tail++] = value;
    }
}
