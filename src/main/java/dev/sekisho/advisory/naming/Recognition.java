package dev.sekisho.advisory.naming;

import java.util.List;
import java.util.SortedSet;

/**
 * How a product of ours is known to what was loaded.
 *
 * @param records how many vulnerabilities that were not taken back speak of it under any of its names
 * @param names under which it is looked up, each with how many it finds, the most first
 * @param makers where records are found by the mere name: who they say makes it, folded
 */
public record Recognition(int records, List<Found> names, SortedSet<String> makers) {

    /**
     * One name a product is looked up under.
     *
     * @param name in words, such as {@code fortinet/fortios}
     */
    public record Found(String name, int records) {}

    public Recognition {
        names = List.copyOf(names);
    }

    /** Whether it may be any of several products, made by different people. */
    public boolean isAmbiguous() {
        return makers.size() > 1;
    }
}
