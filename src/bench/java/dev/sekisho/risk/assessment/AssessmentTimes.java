package dev.sekisho.risk.assessment;

import com.sun.management.OperatingSystemMXBean;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import dev.sekisho.risk.score.Models;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Prints how long the assessments of a large estate take after one change of each kind, without the rigour of JMH: the
 * median of some rounds, each with the findings and scores that changed, as they are recorded. Arguments: how many
 * connection points, how many rounds, and how many in a hundred links between zones have rules; all of them if not said.
 */
public final class AssessmentTimes {
    private static final int MANY = 1_000;
    private final LargeEstate large;
    private final int rounds;
    private Assessment last;

    private AssessmentTimes(LargeEstate large, int rounds) {
        this.large = large;
        this.rounds = rounds;
        Estate estate = large.facts().build();
        long busy = busy();
        long start = System.nanoTime();
        last = assess(estate, LargeEstate.TODAY, null);
        last.scores();
        print("everything, cold, with all scores", start, busy);
    }

    public static void main(String[] args) {
        int ruled = args.length > 2 ? Integer.parseInt(args[2]) : 100;
        new AssessmentTimes(new LargeEstate(Integer.parseInt(args[0]), ruled), Integer.parseInt(args[1])).all();
    }

    private void all() {
        System.out.println(last.findings().size() + " findings");
        changes(
                "connection point changed",
                (next, i) -> next.add(large.point(
                        7 + i / 2,
                        "Connection " + (7 + i / 2),
                        i % 2 == 0 ? FilterState.UNVERIFIED : FilterState.NONE)));
        changes(
                "connection point renamed",
                (next, i) -> next.add(large.point(7, "Renamed " + i, FilterState.VERIFIED)));
        changes("third party renamed", (next, i) -> next.add(large.thirdParty(7, "Renamed " + i)));
        changes(
                "connection point added",
                (next, i) -> next.add(large.point(large.points + i, "Added " + i, FilterState.VERIFIED)));
        changes("advisory that touches nothing", (next, i) -> next.add(LargeEstate.advisory("CVE-NONE-" + i)));
        changes("advisory that touches one installation", (next, i) -> touching(next, "CVE-ONE-" + i, 1));
        changes("advisory that touches 1,000 installations", (next, i) -> touching(next, "CVE-MANY-" + i, MANY));
        changes(
                "zone link changed",
                (next, i) -> next.add(large.zoneLink(7, 7, 8, i % 2 == 0 ? FilterState.VERIFIED : FilterState.NONE)));
        changes("zone of other criticality", (next, i) -> next.add(large.zone(7, 40 + i)));
        long busy = busy();
        long start = System.nanoTime();
        assess(last.estate(), LargeEstate.TODAY.plusDays(1), last).scores();
        print("the next day, with all scores", start, busy);
    }

    private static Estate.Builder touching(Estate.Builder next, String advisory, int installations) {
        next.add(LargeEstate.advisory(advisory));
        for (int i = 0; i < installations; i++) {
            next.add(LargeEstate.match("i" + i, advisory));
        }
        return next;
    }

    private void changes(String what, BiFunction<Estate.Builder, Integer, Estate.Builder> change) {
        double[] built = new double[rounds];
        double[] assessed = new double[rounds];
        double[] told = new double[rounds];
        double[] processor = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long busy = busy();
            long start = System.nanoTime();
            Estate next = change.apply(last.estate().toBuilder(), round).build();
            built[round] = since(start);
            start = System.nanoTime();
            last = assess(next, LargeEstate.TODAY, last);
            assessed[round] = since(start);
            start = System.nanoTime();
            if (last.rescored().isEmpty()) {
                last.scores();
            }
            last.difference();
            told[round] = since(start);
            processor[round] = (busy() - busy) / 1e6;
        }
        System.out.printf(
                Locale.ROOT,
                "%-42s estate %6.1f ms, assessed %8.1f ms, told what changed %8.1f ms, together %8.1f ms of processor%n",
                what,
                median(built),
                median(assessed),
                median(told),
                median(processor));
    }

    private static Assessment assess(Estate estate, LocalDate today, Assessment previous) {
        return Assessment.of(estate, today, Models.CURRENT, Catalogue.rules(), previous);
    }

    /** Of all threads: what can be compared where others use the machine. */
    private static long busy() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, long start, long busy) {
        System.out.printf(
                Locale.ROOT, "%-42s %8.1f ms, %8.1f ms of processor%n", what, since(start), (busy() - busy) / 1e6);
    }
}
