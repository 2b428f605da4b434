package dev.sekisho.risk.path.number;

import java.util.Arrays;

/** First in, first out, without boxes. */
public final class IntQueue {
    private int[] values = new int[16];
    private int head;
    private int tail;

    public boolean isEmpty() {
        return head == tail;
    }

    public int next() {
        int value = values[head++];
        if (isEmpty()) {
            head = 0;
            tail = 0;
        }
        return value;
    }

    public void add(int value) {
        if (tail == values.length) {
            values = Arrays.copyOf(values, 2 * tail);
        }
        values[tail++] = value;
    }
}
