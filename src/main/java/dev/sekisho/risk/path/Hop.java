package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.Link;
import java.util.SortedSet;

/**
 * One step of an attack.
 *
 * @param from key of the third party or zone it starts in
 * @param to key of the zone it leads into
 * @param via the connection point or zone link it takes
 * @param breaks labels of what has to be broken for it, those paid earlier on the way included
 */
public record Hop(String from, String to, Subject via, Link link, SortedSet<String> breaks) {}
