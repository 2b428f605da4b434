package dev.sekisho.assessment;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once there has been an assessment: before, every answer would be a refusal. It waits for no thread. */
@Readiness
@ApplicationScoped
class AssessmentReady implements AsyncHealthCheck {
    private final Assessor assessor;

    AssessmentReady(Assessor assessor) {
        this.assessor = assessor;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(HealthCheckResponse.named("First assessment")
                        .status(assessor.isReady())
                        .build());
    }
}
