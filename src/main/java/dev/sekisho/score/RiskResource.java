package dev.sekisho.score;

import dev.sekisho.access.Role;
import dev.sekisho.registry.Key;
import dev.sekisho.risk.estate.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** The score of one subject; the same for every kind of subject that is registered. */
@Produces(MediaType.APPLICATION_JSON)
abstract class RiskResource {
    private final Subject.Kind kind;
    private final RiskAnswers answers;

    RiskResource(Subject.Kind kind, RiskAnswers answers) {
        this.kind = kind;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "The score of what has this key with every line it is made of",
            description = "The lines sum to the score exactly. 404 when there is none with this key.")
    @APIResponse(
            responseCode = "200",
            description = "The score.",
            content = @Content(schema = @Schema(implementation = RiskView.class)))
    public Response read(@PathParam("key") @Key String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.risk(new Subject(kind, key), headers, uri);
    }

    @GET
    @Path("history")
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "How the score of what has this key went",
            description = "One point a day; 90 days up to today unless from and to say otherwise, at most 3660.")
    @APIResponse(
            responseCode = "200",
            description = "The points.",
            content = @Content(schema = @Schema(implementation = HistoryView.class)))
    public Response history(
            @PathParam("key") @Key String key,
            @BeanParam Span span,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return answers.history(new Subject(kind, key), span, headers, uri);
    }
}
