package dev.sekisho.assessment;

import dev.sekisho.risk.estate.ThirdPartyKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.DoubleSummaryStatistics;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures of the latest assessment as metrics. */
@ApplicationScoped
class Gauges {
    private final Assessor assessor;
    private @Nullable Counted counted;

    Gauges(Assessor assessor) {
        this.assessor = assessor;
    }

    private record Counted(long generation, Figures figures) {}

    void register(@Observes StartupEvent start, MeterRegistry metrics) {
        gauge(metrics, "sekisho.unfiltered.links", "Links that are not really filtered", Figures::unfilteredLinks);
        gauge(
                metrics,
                "sekisho.unpatched.installations",
                "Installations with a proven live flaw",
                Figures::unpatchedInstallations);
        gauge(metrics, "sekisho.exploited.in.use", "Proven live flaws known to be exploited", Figures::exploitedInUse);
        gauge(metrics, "sekisho.deadlines.overdue", "Proven live flaws past their deadline", Figures::overdue);
        gauge(
                metrics,
                "sekisho.possibly.unpatched.installations",
                "Installations with a flaw that no source can decide; not among the unpatched ones for it",
                Figures::possiblyUnpatched);
        gauge(
                metrics,
                "sekisho.possibly.exploited.in.use",
                "Flaws known to be exploited somewhere, of which no source can decide whether we have them",
                Figures::possiblyExploited);
        gauge(
                metrics,
                "sekisho.undecided.installations",
                "Installations of which it cannot be decided whether they are affected",
                Figures::undecidedInstallations);
        for (ThirdPartyKind kind : ThirdPartyKind.values()) {
            score(metrics, kind, "mean", DoubleSummaryStatistics::getAverage);
            score(metrics, kind, "max", statistics -> Math.max(0, statistics.getMax()));
        }
        Gauge.builder("sekisho.assessment.last", assessor, Gauges::lastAssessed)
                .description("When the facts were last assessed, in seconds since 1970")
                .baseUnit("seconds")
                .register(metrics);
    }

    private static double lastAssessed(Assessor assessor) {
        return assessor.isReady() ? assessor.latest().at().getEpochSecond() : Double.NaN;
    }

    private void gauge(MeterRegistry metrics, String name, String description, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, this, gauges -> gauges.read(figure))
                .description(description)
                .register(metrics);
    }

    private void score(
            MeterRegistry metrics,
            ThirdPartyKind kind,
            String statistic,
            ToDoubleFunction<DoubleSummaryStatistics> of) {
        Gauge.builder(
                        "sekisho.third.party.score",
                        this,
                        gauges -> gauges.read(figures -> of.applyAsDouble(
                                figures.scoresByKind().getOrDefault(kind, new DoubleSummaryStatistics()))))
                .tag("kind", kind.name())
                .tag("statistic", statistic)
                .description("Scores of third parties, 0 to 100")
                .register(metrics);
    }

    private double read(ToDoubleFunction<Figures> figure) {
        return assessor.isReady() ? figure.applyAsDouble(figures()) : Double.NaN;
    }

    private synchronized Figures figures() {
        Snapshot now = assessor.latest();
        if (counted == null || counted.generation() != now.generation()) {
            counted = new Counted(now.generation(), Figures.of(now.assessment()));
        }
        return counted.figures();
    }
}
