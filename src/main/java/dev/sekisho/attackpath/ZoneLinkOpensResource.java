package dev.sekisho.attackpath;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.risk.estate.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/zone-links/{key}/opens")
@RolesAllowed(Role.VIEW)
@Tag(name = "Answers")
class ZoneLinkOpensResource extends LinkOpensResource {
    ZoneLinkOpensResource(SnapshotResponses answers) {
        super(Subject.Kind.ZONE_LINK, answers);
    }
}
