package dev.sekisho.attackpath;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.risk.estate.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/connection-points/{key}/opens")
@RolesAllowed(Role.VIEW)
@Tag(name = "Answers")
class ConnectionPointOpensResource extends LinkOpensResource {
    ConnectionPointOpensResource(SnapshotResponses answers) {
        super(Subject.Kind.CONNECTION_POINT, answers);
    }
}
