package dev.sekisho.database;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers. It asks nobody and takes no thread, so it is answered when nothing else is. */
@Readiness
@ApplicationScoped
class DatabaseReady implements AsyncHealthCheck {
    private final Door door;

    DatabaseReady(Door door) {
        this.door = door;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        String closed = door.why();
        var response = HealthCheckResponse.named("Database").status(closed == null);
        return Uni.createFrom()
                .item(
                        closed == null
                                ? response.build()
                                : response.withData("reason", closed).build());
    }
}
