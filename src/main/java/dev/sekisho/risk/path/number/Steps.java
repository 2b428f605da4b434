package dev.sekisho.risk.path.number;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The zones a search came to, with the breaks to each. Kept in pages, for most searches come to a few of very many zones.
 */
public final class Steps {
    private static final int NOWHERE = Integer.MAX_VALUE;
    private static final int PAGE_BITS = 9;
    private static final int PAGE = 1 << PAGE_BITS;
    private final int[] @Nullable [] pages;
    private int[] zones;
    private int size;

    /** @param all how many zones there are */
    public Steps(int all, int expected) {
        pages = new int[(all + PAGE - 1) / PAGE][];
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
        int[] page = pages[zone >> PAGE_BITS];
        return page == null ? NOWHERE : page[zone & PAGE - 1];
    }

    /** Whether that is nearer than what was known. */
    public boolean lower(int zone, int distance) {
        int[] page = pages[zone >> PAGE_BITS];
        if (page == null) {
            page = new int[PAGE];
            Arrays.fill(page, NOWHERE);
            pages[zone >> PAGE_BITS] = page;
        }
        int known = page[zone & PAGE - 1];
        if (known <= distance) {
            return false;
        }
        if (known == NOWHERE) {
            if (size == zones.length) {
                zones = Arrays.copyOf(zones, 2 * size);
            }
            zones[size++] = zone;
        }
        page[zone & PAGE - 1] = distance;
        return true;
    }
}
