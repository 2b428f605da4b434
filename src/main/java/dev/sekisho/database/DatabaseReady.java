package dev.sekisho.database;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers and there is room to write. It asks nobody and takes no thread, so it is answered when nothing else is. */
@Readiness
@ApplicationScoped
class DatabaseReady implements AsyncHealthCheck {
    private final DatabaseGate door;
    private final DiskSpace room;

    DatabaseReady(DatabaseGate door, DiskSpace room) {
        this.door = door;
        this.room = room;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        String closed = door.why();
        if (closed == null && room.full() != null) {
            // Whoever may ask without a key learns no path.
            closed = "There is no room left to write, the log says where.";
        }
        var response = HealthCheckResponse.named("Database").status(closed == null);
        return Uni.createFrom()
                .item(
                        closed == null
                                ? response.build()
                                : response.withData("reason", closed).build());
    }
}
