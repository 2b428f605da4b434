package dev.sekisho.risk.path.number;

import java.util.Arrays;

/** Numbers in the order in which they came, without boxes. */
public final class IntList {
    private int[] values = new int[16];
    private int size;

    public int size() {
        return size;
    }

    /** @param place from 0 on */
    public int get(int place) {
        return values[place];
    }

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    public void clear() {
        size = 0;
    }
}
