package dev.sekisho.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once there has been an assessment: before, every answer would be a refusal. */
@Readiness
@ApplicationScoped
class AssessmentReady implements HealthCheck {
    private final Assessor assessor;

    AssessmentReady(Assessor assessor) {
        this.assessor = assessor;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("First assessment")
                .status(assessor.isReady())
                .build();
    }
}
