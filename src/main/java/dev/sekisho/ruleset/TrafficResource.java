package dev.sekisho.ruleset;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.Snapshot;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.registry.Key;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.Traffic;
import dev.sekisho.risk.traffic.rule.TrafficAnswer;
import dev.sekisho.web.Representations;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the rules of a link permit; the same for both kinds of link. */
@Produces(MediaType.APPLICATION_JSON)
abstract class TrafficResource {
    private final LinkKind kind;
    private final RuleSetService desk;
    private final SnapshotResponses answers;
    private final Representations representations;

    TrafficResource(LinkKind kind, RuleSetService desk, SnapshotResponses answers, Representations representations) {
        this.kind = kind;
        this.desk = desk;
        this.answers = answers;
        this.representations = representations;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "What the rules of a link permit",
            description =
                    "Openness, exact counts, what several devices on the way let through together, risky services, excess over what is approved, rules that do nothing, rules that could not be modelled. Rules too entangled to be measured are NOT_ASSESSABLE and count as open; a note says so.")
    @APIResponse(
            responseCode = "200",
            description = "What they permit.",
            content = @Content(schema = @Schema(implementation = TrafficView.class)))
    public Response traffic(@PathParam("key") @Key String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.answer(headers, uri, now -> TrafficView.of(kind, link(now, key), posture(now, key)));
    }

    private Posture posture(Snapshot now, String key) {
        return now.assessment().posture(kind.subject(key)).orElseThrow();
    }

    private Link link(Snapshot now, String key) {
        return kind.in(now.assessment().estate(), key);
    }

    @POST
    @Path("query")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "Ask what becomes of traffic",
            description =
                    "Each field takes an address or a set; where several devices guard the link, it is what all of them let through. The answer is PERMITTED_ALL, PERMITTED_SOME or PERMITTED_NONE, with a witness of each and the deciding rules. 404 when the link has no rule set, 422 when there can be no such traffic or the rules interact in more ways than can be measured exactly.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QueryView.class),
                            example =
                                    "{\"source\": [\"203.0.113.17\"], \"destination\": [\"10.77.80.5\"], \"protocol\": \"TCP\", \"destinationPort\": [\"443\"]}"))
    public AnswerView query(@PathParam("key") @Key String key, @Valid @NotNull QueryView body) {
        Traffic traffic = desk.traffic(kind, key);
        TrafficAnswer answer = traffic.query(body.flow(), body.as());
        if (answer.isAboutNothing()) {
            throw ProblemException.of(
                    ProblemType.IMPOSSIBLE,
                    "There is no such traffic: a list is empty, source and destination are of two families, or the protocol has no ports.");
        }
        return AnswerView.of(answer, traffic.translations());
    }

    @GET
    @Path("diff")
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "Compare two rule sets by what they permit",
            description =
                    "from and to are revisions of the link's rule set; to is the one in force where not stated. Reordering or renaming is no difference. 404 when the link never had such a revision, 422 when the rules interact in more ways than can be compared exactly.")
    @APIResponse(
            responseCode = "200",
            description = "What only one of them permits.",
            content = @Content(schema = @Schema(implementation = DiffView.class)))
    public Response diff(
            @PathParam("key") @Key String key,
            @QueryParam("from")
                    @NotNull
                    @Parameter(
                            description = "Number of the earlier revision.",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                            example = "1")
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "Number of the later revision; the one in force where not stated.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @Nullable
                    String to,
            @QueryParam("position")
                    @Parameter(
                            description = "Position of the device, where several guard the link; 1 where not stated.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10"))
                    @Nullable
                    String position,
            @Context HttpHeaders headers) {
        Integer earlier = RuleSetParameters.revision("from", from);
        Integer later = RuleSetParameters.revision("to", to);
        var at = new RuleSets.Place(kind, key, position == null ? 1 : RuleSetParameters.position(position));
        return representations.answer(headers, DiffView.of(desk.rules(at, earlier), desk.rules(at, later)));
    }
}
