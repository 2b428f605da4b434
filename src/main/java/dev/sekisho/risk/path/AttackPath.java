package dev.sekisho.risk.path;

import java.util.List;
import java.util.SortedSet;

/**
 * How a third party, or whoever sits there, would come to a zone.
 *
 * @param distance breaks at least and at most; the hops are one way that shows it
 * @param breaks all labels on the way, each once
 */
public record AttackPath(String thirdParty, String zone, Distance distance, List<Hop> hops, SortedSet<String> breaks) {}
