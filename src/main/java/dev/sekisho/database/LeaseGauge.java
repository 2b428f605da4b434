package dev.sekisho.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether this process is the one that works on the database, as a metric. */
@ApplicationScoped
class LeaseGauge {
    void register(@Observes StartupEvent start, MeterRegistry metrics, Lease lease) {
        Gauge.builder("sekisho.lease.held", lease, held -> held.isCurrent() ? 1 : 0)
                .description("1 while this process has the lease on the database, else 0")
                .register(metrics);
    }
}
