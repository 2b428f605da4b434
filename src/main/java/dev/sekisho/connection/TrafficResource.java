package dev.sekisho.connection;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.Answers;
import dev.sekisho.registry.Key;
import dev.sekisho.risk.Subject;
import dev.sekisho.risk.traffic.Traffic;
import dev.sekisho.risk.traffic.TrafficDiff;
import dev.sekisho.web.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the rules of a link permit; the same for both kinds of link. */
@Produces(MediaType.APPLICATION_JSON)
abstract class TrafficResource {
    private final LinkKind kind;
    private final RuleSetDesk desk;
    private final Answers answers;

    TrafficResource(LinkKind kind, RuleSetDesk desk, Answers answers) {
        this.kind = kind;
        this.desk = desk;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "What the rules of a link permit",
            description =
                    "Openness, exact counts, risky services, excess over what is approved, rules that do nothing, rules that could not be modelled.")
    @APIResponse(
            responseCode = "200",
            description = "What they permit.",
            content = @Content(schema = @Schema(implementation = TrafficView.class)))
    public Response traffic(@PathParam("key") @Key String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        var subject = new Subject(Subject.Kind.valueOf(kind.name()), key);
        return answers.answer(
                headers,
                uri,
                now -> TrafficView.of(
                        kind,
                        key,
                        now.assessment()
                                .posture(subject)
                                .orElseThrow(() -> ProblemException.notFound("link", key))
                                .traffic()));
    }

    @POST
    @Path("query")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "Ask what becomes of traffic",
            description =
                    "Each field takes an address or a set. The answer is PERMITTED_ALL, PERMITTED_SOME or PERMITTED_NONE, with a witness of each and the deciding rules.")
    public AnswerView query(@PathParam("key") @Key String key, @Valid @NotNull QueryView body) {
        return AnswerView.of(Traffic.of(desk.rules(kind, key, null)).query(body.flow()));
    }

    @GET
    @Path("diff")
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "Compare two rule sets by what they permit",
            description =
                    "from and to are revisions of the link's rule set; to is the one in force where not stated. Reordering or renaming is no difference.")
    public DiffView diff(
            @PathParam("key") @Key String key,
            @QueryParam("from") @NotNull @Min(1) @Parameter(required = true, example = "1") Integer from,
            @QueryParam("to") @Min(1) @Nullable Integer to) {
        return DiffView.of(TrafficDiff.between(desk.rules(kind, key, from), desk.rules(kind, key, to)));
    }
}
