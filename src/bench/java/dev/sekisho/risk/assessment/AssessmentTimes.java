package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.score.Models;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints how long the assessments of a large estate take, without the rigour of JMH and in seconds. */
public final class AssessmentTimes {
    private static final int ROUNDS = 6;

    private AssessmentTimes() {}

    public static void main(String[] args) {
        Estate estate = timed("estate from its builder", timed("facts made up", LargeEstate::facts)::build);
        Assessment full = timed("full, cold", () -> assess(estate, null));
        timed("full, warm", () -> assess(estate, null));
        timed(
                "full, rules measured before",
                () -> Assessment.of(estate, LargeEstate.TODAY.plusDays(1), Models.CURRENT, Catalogue.rules(), full));
        timed("all scores of zones and organizations", full::scores);
        System.out.println(full.findings().size() + " findings");
        Assessment last = full;
        for (int round = 0; round < ROUNDS; round++) {
            FilterState state = round % 2 == 0 ? FilterState.UNVERIFIED : FilterState.NONE;
            int point = round;
            Assessment before = last;
            Estate next = timed(
                    "one changed connection point: estate",
                    () -> before.estate().toBuilder()
                            .add(LargeEstate.point(point, state))
                            .build());
            last = timed("one changed connection point: assessment", () -> assess(next, before));
            timed("  then all scores", last::scores);
        }
    }

    private static Assessment assess(Estate estate, Assessment previous) {
        return Assessment.of(estate, LargeEstate.TODAY, Models.CURRENT, Catalogue.rules(), previous);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        Duration cpu = cpu();
        T result = work.get();
        System.out.printf(
                Locale.ROOT,
                "%-45s %8.1f ms, %8d ms of processor%n",
                what,
                (System.nanoTime() - start) / 1e6,
                cpu().minus(cpu).toMillis());
        return result;
    }
}
