package dev.sekisho.assessment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** How long it takes from a change to what is published of it, and how much is written for it. */
@ApplicationScoped
class RoundMetrics {
    private final MeterRegistry metrics;
    private final Counter changes;
    private final Counter rows;
    private final Timer published;

    RoundMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        changes = Counter.builder("sekisho.assessment.changes")
                .description("Changed objects that were assessed")
                .register(metrics);
        rows = Counter.builder("sekisho.assessment.rows")
                .description("Rows of findings and scores that were written for them")
                .register(metrics);
        published = Timer.builder("sekisho.assessment.published")
                .description("From the oldest change of a round to what is published of it")
                .register(metrics);
        for (Step step : Step.values()) {
            timer(step);
        }
    }

    /** What a round does, in this order. */
    enum Step {
        /** The oldest of its changes waits for the round before. */
        WAIT,
        /** The facts that changed are read. */
        FACTS,
        /** Verdicts and scores are computed. */
        JUDGE,
        /** They are written and published. */
        RECORD
    }

    void watch(ChangeQueue queue) {
        Gauge.builder("sekisho.assessment.queue", queue, ChangeQueue::size)
                .description("Changed objects that wait for their assessment")
                .register(metrics);
        Gauge.builder(
                        "sekisho.assessment.behind",
                        queue,
                        waiting -> waiting.behind().toMillis() / 1000.0)
                .description("How long the oldest change that is not published has waited")
                .baseUnit("seconds")
                .register(metrics);
    }

    void took(Step step, Duration time) {
        timer(step).record(time);
    }

    void published(int changed, Duration sinceTheOldest) {
        changes.increment(changed);
        published.record(sinceTheOldest);
    }

    void wrote(int statements) {
        rows.increment(statements);
    }

    private Timer timer(Step step) {
        return Timer.builder("sekisho.assessment.step")
                .tag("step", step.name().toLowerCase(Locale.ROOT))
                .description("Time of each step of a round")
                .register(metrics);
    }
}
