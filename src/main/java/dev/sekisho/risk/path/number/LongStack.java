package dev.sekisho.risk.path.number;

import java.util.Arrays;

/** Last in, first out, without boxes. */
public final class LongStack {
    private long[] values = new long[16];
    private int size;

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    /** @param place from 0 on, in the order in which they came */
    public long get(int place) {
        return values[place];
    }

    public long next() {
        return values[--size];
    }

    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    public void clear() {
        size = 0;
    }
}
