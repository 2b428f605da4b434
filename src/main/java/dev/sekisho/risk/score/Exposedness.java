package dev.sekisho.risk.score;

import java.util.SortedSet;

/**
 * From where a place can be reached.
 *
 * @param exposed from the internet, or from a third party through next to no filter
 * @param reachableBy keys of the third parties with any way to it, however long
 */
public record Exposedness(Reach reach, boolean exposed, SortedSet<String> reachableBy) {}
