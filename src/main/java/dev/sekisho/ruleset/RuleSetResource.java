package dev.sekisho.ruleset;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.Snapshot;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.Revisions;
import dev.sekisho.risk.estate.link.ApprovedFlow;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.ruleset.RuleSets.Place;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.web.Representations;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The rule set of a link; the same for both kinds of link. */
@Produces(MediaType.APPLICATION_JSON)
abstract class RuleSetResource {
    private static final String NEUTRAL =
            "{\"defaultAction\": \"DENY\", \"rules\": [{\"action\": \"PERMIT\", \"sources\": [\"198.51.100.0/24\"], \"destinations\": [\"10.77.16.10/32\"], \"protocol\": \"TCP\", \"destinationPorts\": [\"443\"]}]}";

    private final LinkKind kind;
    private final RuleSetService desk;
    private final SnapshotResponses answers;
    private final Representations representations;
    private final Revisions revisions;
    private final SecurityIdentity caller;

    RuleSetResource(
            LinkKind kind,
            RuleSetService desk,
            SnapshotResponses answers,
            Representations representations,
            Revisions revisions,
            SecurityIdentity caller) {
        this.kind = kind;
        this.desk = desk;
        this.answers = answers;
        this.representations = representations;
        this.revisions = revisions;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Replace the rule set of a link",
            description =
                    "The body is the configuration as it is exported, at most 20 MB; format says how to read it, and the other parameters name what of it guards this link. The rules are kept in neutral form with their history; passwords, keys and hashes are dropped. What a device shows is read as what it exports: IPTABLES_SAVE also takes iptables -S, NFTABLES_JSON the text of nft list ruleset, CISCO_ASA and CISCO_IOS what show access-list prints, AWS_VPC describe-security-group-rules, PANOS the XML of an export or of an API answer, set commands and the form in braces, JUNOS set commands and the form in braces, CHECKPOINT the JSON answers of the management API one after the other (show access-rulebase with all its pages, and what else shows objects, packages, NAT and global properties). A line that cannot be read does not refuse the rest: a permit then counts in full and as a doubt, a deny as nothing, and the notes say where and why. 400 with line and column when it is not of the format or is truncated, 422 when what is named is not in it or not known to the format, 413 beyond 20 MB. Sending the same again changes nothing. Where several devices guard the link, this is the one at position 1 of rulesets.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING), example = NEUTRAL),
                @Content(
                        mediaType = "application/json",
                        schema =
                                @Schema(
                                        description =
                                                "The configuration, where its format is JSON: the neutral form (RULES_JSON), or what a cloud, a management server or nftables exports."),
                        example = NEUTRAL)
            })
    @APIResponse(
            responseCode = "200",
            description = "The rule set now in force.",
            content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    public RuleSetView replace(
            @PathParam("key") @Key String key,
            @QueryParam("format")
                    @Parameter(required = true, schema = @Schema(implementation = Format.class), example = "RULES_JSON")
                    @Nullable
                    String format,
            @BeanParam GuardParts parts,
            byte @Nullable [] configuration) {
        return desk.replace(
                kind,
                key,
                RuleSetParameters.format(format),
                parts.guard(),
                configuration == null ? new byte[0] : configuration,
                caller.getPrincipal().getName());
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "The rule set of a link in neutral form",
            description =
                    "With the line of the configuration each rule comes from, and notes: the one in force, or an earlier revision. Where several devices guard the link, this is the one at position 1. 404 when the link has none, or never had that revision.")
    @APIResponse(
            responseCode = "200",
            description = "The rule set.",
            content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    public Response read(
            @PathParam("key") @Key String key,
            @QueryParam("revision")
                    @Parameter(
                            description = "Number of a revision; the one in force where not stated.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                            example = "1")
                    @Nullable
                    String revision,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Integer asked = RuleSetParameters.revision("revision", revision);
        return representations.answer(
                headers, uri, () -> revisions.of(kind.collection()), () -> desk.read(Place.first(kind, key), asked));
    }

    @POST
    @Path("approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Approve a revision of the rule set",
            description =
                    "From then on the rules in force are held against it: when they permit something else, that is the finding NET-14. Kept with who and when; approving the approved one again changes nothing. 404 when the link never had that revision.")
    @APIResponse(
            responseCode = "200",
            description = "The approved rule set.",
            content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApprovalView.class),
                            example = "{\"revision\": 1}"))
    public RuleSetView approve(@PathParam("key") @Key String key, @Valid @NotNull ApprovalView body) {
        return desk.approve(
                Place.first(kind, key), body.revision(), caller.getPrincipal().getName());
    }

    @DELETE
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Take the rule set of a link out of force",
            description =
                    "It stays in the history; the link counts as fully open from then on, unless devices at other positions guard it. 404 when it has none.")
    @APIResponse(responseCode = "204", description = "It is in force no more.")
    public void remove(@PathParam("key") @Key String key) {
        desk.remove(Place.first(kind, key));
    }

    @GET
    @Path("history")
    @RolesAllowed(Role.VIEW)
    @Operation(summary = "Every rule set a link had", description = "Newest first, without the rules themselves.")
    @APIResponse(
            responseCode = "200",
            description = "The revisions.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RuleSetView.class)))
    public Response history(@PathParam("key") @Key String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return representations.answer(
                headers, uri, () -> revisions.of(kind.collection()), () -> desk.history(Place.first(kind, key)));
    }

    @GET
    @Path("minimal")
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "The least that still permits the approved flows",
            description =
                    "A small rule set that permits what is both approved and permitted today and nothing else, in neutral form, as iptables for IPv4 and as ip6tables for IPv6. Where several devices guard the link, this is about the one at position 1.")
    @APIResponse(
            responseCode = "200",
            description = "The smaller rule set.",
            content = @Content(schema = @Schema(implementation = MinimalView.class)))
    public Response minimal(@PathParam("key") @Key String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.answer(
                headers, uri, now -> MinimalView.of(desk.rules(Place.first(kind, key), null), approved(now, key)));
    }

    private List<Flow> approved(Snapshot now, String key) {
        Link link = kind.in(now.assessment().estate(), key);
        return link.approvedFlows().stream()
                .filter(flow -> flow.approved(now.day()))
                .map(ApprovedFlow::flow)
                .toList();
    }
}
