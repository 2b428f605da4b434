package dev.sekisho.database;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless another process has taken over: then this one has nothing more to do and ends. */
@Liveness
@ApplicationScoped
class LeaseLive implements AsyncHealthCheck {
    private final Lease lease;

    LeaseLive(Lease lease) {
        this.lease = lease;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(HealthCheckResponse.named("Lease").status(!lease.isOver()).build());
    }
}
