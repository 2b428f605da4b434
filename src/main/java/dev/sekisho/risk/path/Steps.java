package dev.sekisho.risk.path;

import java.util.Arrays;

/** The zones a search came to, with the breaks to each. */
public final class Steps {
    private static final int NOWHERE = Integer.MAX_VALUE;
    private final int[] breaks;
    private int[] zones;
    private int size;

    Steps(int all, int expected) {
        breaks = new int[all];
        Arrays.fill(breaks, NOWHERE);
        zones = new int[Math.max(16, expected)];
    }

    /** How many zones there is a way to. */
    public int size() {
        return size;
    }

    /** One of them. */
    public int zone(int index) {
        return zones[index];
    }

    /** Breaks to a zone; the largest number where there is no way. */
    public int to(int zone) {
        return breaks[zone];
    }

    /** Whether that is nearer than what was known. */
    boolean lower(int zone, int distance) {
        if (breaks[zone] <= distance) {
            return false;
        }
        if (breaks[zone] == NOWHERE) {
            if (size == zones.length) {
                zones = Arrays.copyOf(zones, 2 * size);
            }
            zones[size++] = zone;
        }
        breaks[zone] = distance;
        return true;
    }
}
