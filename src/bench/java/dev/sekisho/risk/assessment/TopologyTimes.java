package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import dev.sekisho.risk.score.Models;
import dev.sekisho.risk.score.Score;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Prints how long one change takes in the estates that are hardest to search, and how much it changes. */
public final class TopologyTimes {
    private static final int ROUNDS = 4;

    private TopologyTimes() {}

    /** @param args names of topologies; all without */
    public static void main(String[] args) {
        Set<String> wanted = Set.of(args);
        for (Topology topology : Topology.values()) {
            if (wanted.isEmpty() || wanted.contains(topology.name())) {
                times(topology, FilterState.VERIFIED);
                times(topology, FilterState.NONE);
            }
        }
    }

    private static void times(Topology topology, FilterState inner) {
        String what = topology + " of zones with " + inner + " between";
        Estate estate = topology.estate(inner);
        long start = System.nanoTime();
        Assessment first = Assessment.of(estate, Topology.TODAY, Models.CURRENT, Catalogue.rules(), null);
        first.scores();
        System.out.printf(Locale.ROOT, "%s: whole %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
        int middle = topology.zones / 2;
        Assessment last = first;
        for (int round = 0; round < ROUNDS; round++) {
            int criticality = 41 + round;
            FilterState other = round % 2 == 0 ? FilterState.UNKNOWN : inner;
            last = changed(last, "zone", next -> next.add(Topology.zone(middle, criticality)));
            if (topology != Topology.ALONE) {
                last = changed(last, "zone link", next -> next.add(Topology.link(0, 1, other)));
            }
            last = changed(last, "point", next -> next.add(topology.point(7, other)));
        }
    }

    private static Assessment changed(Assessment before, String what, UnaryOperator<Estate.Builder> change) {
        long start = System.nanoTime();
        Estate next = change.apply(before.estate().toBuilder()).build();
        Assessment now = Assessment.of(next, Topology.TODAY, Models.CURRENT, Catalogue.rules(), before);
        long assessed = System.nanoTime();
        Map<Subject, Score> scores = now.scores();
        long scored = System.nanoTime();
        long rows = rows(before, now, scores);
        System.out.printf(
                Locale.ROOT,
                "  %-10s %6d ms, scores %5d ms, %6d rows, allowed %6d ms%n",
                what,
                (assessed - start) / 1_000_000,
                (scored - assessed) / 1_000_000,
                rows,
                1000 + rows / 5);
        return now;
    }

    private static long rows(Assessment before, Assessment now, Map<Subject, Score> scores) {
        Map<Subject, Score> old = before.scores();
        long changed = scores.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(old.get(entry.getKey())))
                .count();
        var gone = new HashSet<Finding>(before.findings());
        long come =
                now.findings().stream().filter(finding -> !gone.remove(finding)).count();
        return changed + Math.max(come, gone.size());
    }
}
