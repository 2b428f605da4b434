package dev.sekisho.risk.traffic;

import java.util.Arrays;

/** What pairs of references combined to; open addressing, since boxed keys would cost more than the work they save. */
final class PairMemo {

    private static final long FREE = Long.MIN_VALUE;

    private long[] keys = free(16);
    private int[] values = new int[16];
    private int size;

    int get(int a, int b) {
        var slot = slot(key(a, b));
        return keys[slot] == FREE ? Diagram.OPEN : values[slot];
    }

    void put(int a, int b, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        var slot = slot(key(a, b));
        keys[slot] = key(a, b);
        values[slot] = value;
        size++;
    }

    private int slot(long key) {
        var mixed = key * 0x9E3779B97F4A7C15L;
        var slot = (int) (mixed >>> 32) & keys.length - 1;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = free(2 * oldKeys.length);
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                var slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private static long key(int a, int b) {
        return (long) a << 32 | b & 0xFFFFFFFFL;
    }

    private static long[] free(int size) {
        var keys = new long[size];
        Arrays.fill(keys, FREE);
        return keys;
    }
}
