package dev.sekisho.risk.path;

import java.util.Arrays;

/** First in, first out, without boxes. */
final class IntQueue {
    private int[] values = new int[16];
    private int head;
    private int tail;

    boolean isEmpty() {
        return head == tail;
    }

    int next() {
        int value = values[head++];
        if (isEmpty()) {
            head = 0;
            tail = 0;
        }
        return value;
    }

    void add(int value) {
        if (tail == values.length) {
            values = Arrays.copyOf(values, 2 * tail);
        }
        values[tail++] = value;
    }
}
