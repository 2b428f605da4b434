package dev.sekisho.zeroday;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The products of ours that an emergency concerns by their names.
 *
 * @param same keys of those it touches
 * @param others keys of those of the same or almost the same name that it does not touch, each with the reason in words
 */
record Namesakes(SortedSet<String> same, SortedMap<String, String> others) {}
