package dev.sekisho.risk.assessment;

import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.score.Models;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
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
    private Estate estate;
    private Assessment assessment;
    private int round;

    @Setup
    public void assessOnce() {
        estate = LargeEstate.build();
        assessment = Assessment.of(estate, LargeEstate.TODAY, Models.CURRENT, Catalogue.rules(), null);
    }

    @Benchmark
    public Assessment assessesEverything() {
        return Assessment.of(estate, LargeEstate.TODAY, Models.CURRENT, Catalogue.rules(), null);
    }

    /** A day later everything is weighed and judged again, but no rule set measured and no route searched again. */
    @Benchmark
    public Assessment assessesTheNextDay() {
        return Assessment.of(estate, LargeEstate.TODAY.plusDays(1), Models.CURRENT, Catalogue.rules(), assessment);
    }

    @Benchmark
    public Assessment assessesOneChangedConnectionPoint() {
        FilterState state = round++ % 2 == 0 ? FilterState.UNVERIFIED : FilterState.NONE;
        Estate next =
                assessment.estate().toBuilder().add(LargeEstate.point(7, state)).build();
        assessment = Assessment.of(next, LargeEstate.TODAY, Models.CURRENT, Catalogue.rules(), assessment);
        return assessment;
    }
}
