package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.link.ConnectionPoint;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.incremental.IndexedFacts;
import dev.sekisho.risk.score.Claims;
import dev.sekisho.risk.traffic.rule.RuleSet;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The links behind whose rules a source is claimed that was nobody's, or the other way round: what counts as theirs is
 * another, though they are the same. Only the rule sets of connection points that changed are looked at.
 */
record MovedClaims(BitSet points, BitSet zoneLinks) {
    static final MovedClaims NONE = new MovedClaims(new BitSet(), new BitSet());

    /** @param before with the very same zones and addresses of our own */
    static MovedClaims between(AssessmentInput before, AssessmentInput now) {
        Set<RuleSet> touched = before.claims == now.claims ? Set.of() : touched(before, now);
        return touched.isEmpty()
                ? NONE
                : new MovedClaims(
                        moved(
                                touched.stream().flatMap(rules -> now.estate.connectionPointsBehind(rules).stream()),
                                now.points,
                                before,
                                now),
                        moved(
                                touched.stream().flatMap(rules -> now.estate.zoneLinksBehind(rules).stream()),
                                now.zoneLinks,
                                before,
                                now));
    }

    private static Set<RuleSet> touched(AssessmentInput before, AssessmentInput now) {
        var touched = new HashSet<RuleSet>();
        Map<String, ConnectionPoint> earlier = before.estate.connectionPoints();
        now.points.changed().stream().forEach(i -> {
            ConnectionPoint point = now.points.get(i);
            touch(earlier.get(point.key()), point, touched);
        });
        now.points.goneFrom(before.points).forEach(key -> touch(earlier.get(key), null, touched));
        return touched;
    }

    private static void touch(@Nullable ConnectionPoint old, @Nullable ConnectionPoint now, Set<RuleSet> touched) {
        if (old == null || now == null || !Claims.same(old, now)) {
            Stream.of(Optional.ofNullable(old), Optional.ofNullable(now))
                    .flatMap(point -> point.map(ConnectionPoint::ruleSet).stream())
                    .forEach(touched::add);
        }
    }

    private static <T extends Link> BitSet moved(
            Stream<T> links, IndexedFacts<T> roster, AssessmentInput before, AssessmentInput now) {
        var moved = new BitSet();
        List<T> behind = links.filter(link -> hasMoved(link, before, now)).toList();
        behind.forEach(link -> roster.find(link.key()).ifPresent(moved::set));
        return moved;
    }

    private static boolean hasMoved(Link link, AssessmentInput before, AssessmentInput now) {
        RuleSet rules = link.ruleSet();
        return rules != null
                && !before.claims.unclaimed(rules, link.zone()).equals(now.claims.unclaimed(rules, link.zone()));
    }
}
