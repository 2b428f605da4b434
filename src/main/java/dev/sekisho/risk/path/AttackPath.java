package dev.sekisho.risk.path;

import dev.sekisho.risk.estate.Subject;
import java.util.List;
import java.util.SortedSet;

/**
 * How a third party, or whoever sits there, would come to a zone, or to what somebody holds for us.
 *
 * @param target key of the zone or holding
 * @param distance breaks at least and at most; the hops are one way that shows it
 * @param breaks all labels on the way, each once
 */
public record AttackPath(
        String thirdParty, String target, Distance distance, List<Hop> hops, SortedSet<String> breaks) {

    /**
     * One step of an attack.
     *
     * @param from key of the third party or zone it starts in
     * @param to key of the zone, third party or holding it leads to
     * @param via the connection point, zone link or managed host it takes, or the third party whose operations or software
     * @param breaks labels of what has to be broken for it, those paid earlier on the way included
     */
    public record Hop(String from, String to, Subject via, SortedSet<String> breaks) {}
}
