package dev.sekisho.ruleset;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.registry.Revisions;
import dev.sekisho.web.Representations;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/zone-links/{key}/ruleset")
@RolesAllowed(Role.VIEW)
@Tag(name = "Firewall rules")
class ZoneLinkRuleSetResource extends RuleSetResource {
    ZoneLinkRuleSetResource(
            RuleSetService desk,
            SnapshotResponses answers,
            Representations representations,
            Revisions revisions,
            SecurityIdentity caller) {
        super(LinkKind.ZONE_LINK, desk, answers, representations, revisions, caller);
    }
}
