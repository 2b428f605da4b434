package dev.sekisho.risk.assessment;

import dev.sekisho.risk.assessment.Assessment.Rescored;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.rule.catalogue.Catalogue;
import dev.sekisho.risk.score.Models;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to assess a large estate, wholly and after one changed connection point. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx6g", "-XX:+UseParallelGC"})
public class AssessmentBenchmark {
    @Param({"40000", "100000"})
    private int points;

    private LargeEstate facts;
    private Estate estate;
    private Assessment assessment;
    private int round;

    @Setup
    public void assessOnce() {
        facts = new LargeEstate(points);
        estate = facts.facts().build();
        assessment = assess(estate, LargeEstate.TODAY, null);
        assessment.scores();
    }

    @Benchmark
    public Assessment assessesEverything() {
        return assess(estate, LargeEstate.TODAY, null);
    }

    /** A day later everything is weighed and judged again, but no rule set measured and no route searched again. */
    @Benchmark
    public Assessment assessesTheNextDay() {
        return assess(estate, LargeEstate.TODAY.plusDays(1), assessment);
    }

    /** With the scores that change, as they are recorded. */
    @Benchmark
    public Optional<Rescored> assessesOneChangedConnectionPoint() {
        FilterState state = round++ % 2 == 0 ? FilterState.UNVERIFIED : FilterState.NONE;
        return next(assessment.estate().toBuilder().add(facts.point(7, "Connection 7", state)));
    }

    @Benchmark
    public Optional<Rescored> assessesOneRenamedConnectionPoint() {
        return next(assessment.estate().toBuilder().add(facts.point(7, "Renamed " + round++, FilterState.VERIFIED)));
    }

    @Benchmark
    public Optional<Rescored> assessesAnAdvisoryThatTouchesNothing() {
        return next(assessment.estate().toBuilder().add(LargeEstate.advisory("CVE-NEW-" + round++ % 9)));
    }

    private Optional<Rescored> next(Estate.Builder changed) {
        assessment = assess(changed.build(), LargeEstate.TODAY, assessment);
        return assessment.rescored();
    }

    private static Assessment assess(Estate estate, LocalDate today, Assessment previous) {
        return Assessment.of(estate, today, Models.CURRENT, Catalogue.rules(), previous);
    }
}
