package dev.sekisho.attackpath;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.Snapshot;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.Key;
import dev.sekisho.risk.assessment.Assessment.LinkOpening;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.web.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What one link opens, in full, for both kinds of link: lists show the worst of it. */
@Produces(MediaType.APPLICATION_JSON)
abstract class LinkOpensResource {
    private final Subject.Kind kind;
    private final SnapshotResponses answers;

    LinkOpensResource(Subject.Kind kind, SnapshotResponses answers) {
        this.kind = kind;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "What a link opens",
            description =
                    "Every zone whoever comes over the link gets to with nothing left to break, and every organization within reach with the distinct breaks it takes. Both are empty where the link is down. 404 when there is no such link.")
    @APIResponse(
            responseCode = "200",
            description = "All it opens.",
            content = @Content(schema = @Schema(implementation = LinkOpensView.class)))
    public Response opens(@PathParam("key") @Key String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.answer(headers, uri, now -> view(now, new Subject(kind, key)));
    }

    private LinkOpensView view(Snapshot now, Subject link) {
        if (now.assessment().posture(link).isEmpty()) {
            Estate estate = now.assessment().estate();
            throw ProblemException.notFound(
                    CollectionName.of(kind).orElseThrow().singular(),
                    link.key(),
                    (kind == Subject.Kind.CONNECTION_POINT ? estate.connectionPoints() : estate.zoneLinks()).keySet());
        }
        LinkOpening opening = now.assessment().opening(link).orElse(LinkOpening.NONE);
        return LinkOpensView.of(now.assessment().estate(), opening);
    }
}
