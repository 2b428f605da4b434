package dev.sekisho.assessment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The worst third parties as metrics, each by its key and name, so that an alert can say whom it is about. How many there
 * are is bounded, and a label holds nothing but what is registered.
 */
@ApplicationScoped
class ThirdPartyGauges {
    private static final int MOST = 10_000;
    private static final long NONE = -1;

    private final Assessor assessor;
    private final AssessmentConfig config;
    private final MultiGauge risk;
    private final MultiGauge unfiltered;
    private volatile double atRisk = Double.NaN;
    private long shown = NONE;

    ThirdPartyGauges(Assessor assessor, AssessmentConfig config, MeterRegistry metrics) {
        this.assessor = assessor;
        this.config = config;
        risk = MultiGauge.builder("sekisho.third.party.risk")
                .description(
                        "Score of a third party that is critical or has an unfiltered link, 0 to 100; the worst only")
                .register(metrics);
        unfiltered = MultiGauge.builder("sekisho.third.party.unfiltered.links")
                .description("Its links that are not really filtered")
                .register(metrics);
        Gauge.builder("sekisho.third.parties.at.risk", this, gauges -> gauges.atRisk)
                .description("Third parties that are critical or have an unfiltered link, shown or not")
                .register(metrics);
    }

    /** Before anything else is touched: a limit that is none is somebody's mistake. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent start) {
        if (config.measuredThirdParties() < 0 || config.measuredThirdParties() > MOST) {
            throw new ConfigurationException("SEKISHO_ASSESSMENT_MEASURED_THIRD_PARTIES takes a number from 0 to "
                    + MOST + ", not " + config.measuredThirdParties() + ".");
        }
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        if (assessor.isReady() && assessor.latest().generation() != shown) {
            Snapshot now = assessor.latest();
            WorstThirdParties worst = WorstThirdParties.of(now.assessment(), config.measuredThirdParties());
            atRisk = worst.atRisk();
            show(risk, worst.worst(), WorstThirdParties.Row::points);
            show(unfiltered, worst.worst(), WorstThirdParties.Row::unfiltered);
            shown = now.generation();
        }
    }

    private static void show(
            MultiGauge gauge, List<WorstThirdParties.Row> rows, ToDoubleFunction<WorstThirdParties.Row> value) {
        gauge.register(
                rows.stream()
                        .map(row -> MultiGauge.Row.of(
                                Tags.of("third_party", row.key(), "name", row.name()), value.applyAsDouble(row)))
                        .toList(),
                true);
    }
}
