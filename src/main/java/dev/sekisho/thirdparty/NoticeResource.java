package dev.sekisho.thirdparty;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.access.Role;
import dev.sekisho.assessment.Assessor;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.CollectionService;
import dev.sekisho.registry.Condition;
import dev.sekisho.registry.Key;
import dev.sekisho.risk.estate.Notice;
import dev.sekisho.zeroday.BlastRadiusView;
import dev.sekisho.zeroday.Emergency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/third-parties/{key}/notice")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Emergency")
class NoticeResource {
    private final CollectionRegistry registries;
    private final CollectionService collections;
    private final Assessor assessor;
    private final ObjectMapper json;
    private final Emergency emergency;

    NoticeResource(
            CollectionRegistry registries,
            CollectionService collections,
            Assessor assessor,
            ObjectMapper json,
            Emergency emergency) {
        this.emergency = emergency;
        this.registries = registries;
        this.collections = collections;
        this.assessor = assessor;
        this.json = json;
    }

    /** What to note. */
    @Schema(name = "NewNotice", description = "What became known of an intrusion at a third party.")
    record NoticeView(
            @Schema(description = "What is now known of an intrusion at the third party.") @NotNull
            Notice notice) {}

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "noteThirdParty",
            summary = "Note that a third party is compromised, or is so no more",
            description =
                    "Sets the notice of the third party and answers with everything an intruder there has: its links that are up, the zones and organizations they open, the software it supplies, makes or runs, and what to cut or stop, the most urgent first. What it makes is touched under every key, whoever supplies it there; `notTouched` names products of the same name that are left alone, and says why. NONE takes the notice back. Saying the same again changes nothing. 404 when there is no such third party.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NoticeView.class),
                            example = "{\"notice\": \"COMPROMISED\"}"))
    public BlastRadiusView note(
            @PathParam("key") @Key String key, @Valid @NotNull NoticeView body, @Context UriInfo uri) {
        var patch = json.createObjectNode().put("notice", body.notice().name());
        collections.patch(registries.find(CollectionName.THIRD_PARTIES).orElseThrow(), key, patch, Condition.NONE, uri);
        return emergency.atThirdParty(assessor.current().assessment(), key, body.notice());
    }
}
