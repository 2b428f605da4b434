package dev.sekisho.ruleset.chain;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.registry.Revisions;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.ruleset.RuleSetService;
import dev.sekisho.ruleset.device.Devices;
import dev.sekisho.web.Representations;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/zone-links/{key}/rulesets")
@RolesAllowed(Role.VIEW)
@Tag(name = "Firewall rules")
class ZoneLinkRuleSetsResource extends RuleSetsResource {
    ZoneLinkRuleSetsResource(
            RuleSetService desk,
            Devices devices,
            SnapshotResponses answers,
            Representations representations,
            Revisions revisions,
            SecurityIdentity caller) {
        super(LinkKind.ZONE_LINK, desk, devices, answers, representations, revisions, caller);
    }
}
