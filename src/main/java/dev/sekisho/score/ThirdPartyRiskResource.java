package dev.sekisho.score;

import dev.sekisho.access.Role;
import dev.sekisho.risk.estate.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/third-parties/{key}/risk")
@RolesAllowed(Role.VIEW)
@Tag(name = "Scores")
class ThirdPartyRiskResource extends RiskResource {
    ThirdPartyRiskResource(RiskAnswers answers) {
        super(Subject.Kind.THIRD_PARTY, answers);
    }
}
