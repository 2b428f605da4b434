package dev.sekisho.ruleset;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.web.Representations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/zone-links/{key}/traffic")
@RolesAllowed(Role.VIEW)
@Tag(name = "Firewall rules")
class ZoneLinkTrafficResource extends TrafficResource {
    ZoneLinkTrafficResource(RuleSetService desk, SnapshotResponses answers, Representations representations) {
        super(LinkKind.ZONE_LINK, desk, answers, representations);
    }
}
