package dev.sekisho.risk.path.number;

import java.util.Arrays;

/** A set of numbers other than 0, without boxes: a search holds millions. */
public final class LongSet {
    private static final int FIRST = 64;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private long[] slots = new long[FIRST];
    private int size;

    public boolean contains(long value) {
        return slots[slot(value)] == value;
    }

    /** Whether it was not there before. */
    public boolean add(long value) {
        int slot = slot(value);
        if (slots[slot] == value) {
            return false;
        }
        slots[slot] = value;
        if (++size > slots.length / 2) {
            grow();
        }
        return true;
    }

    public long[] toArray() {
        return Arrays.stream(slots).filter(value -> value != 0).toArray();
    }

    private int slot(long value) {
        int mask = slots.length - 1;
        int slot = (int) (value * SPREAD >>> 40) & mask;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long value : old) {
            if (value != 0) {
                slots[slot(value)] = value;
            }
        }
    }
}
