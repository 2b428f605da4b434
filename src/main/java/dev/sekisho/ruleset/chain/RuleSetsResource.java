package dev.sekisho.ruleset.chain;

import dev.sekisho.access.Role;
import dev.sekisho.assessment.Snapshot;
import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.Revisions;
import dev.sekisho.risk.score.Posture;
import dev.sekisho.risk.traffic.rule.Rewriting;
import dev.sekisho.ruleset.ApprovalView;
import dev.sekisho.ruleset.GuardParts;
import dev.sekisho.ruleset.LinkKind;
import dev.sekisho.ruleset.RuleSetParameters;
import dev.sekisho.ruleset.RuleSetService;
import dev.sekisho.ruleset.RuleSetView;
import dev.sekisho.ruleset.RuleSets.Place;
import dev.sekisho.ruleset.device.Devices;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.web.Representations;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The rule sets of the devices that guard a link one after the other; the same for both kinds of link. */
@Produces(MediaType.APPLICATION_JSON)
abstract class RuleSetsResource {
    private static final String NEUTRAL =
            "{\"defaultAction\": \"DENY\", \"rules\": [{\"action\": \"PERMIT\", \"destinations\": [\"10.77.16.10/32\"], \"protocol\": \"TCP\", \"destinationPorts\": [\"443\"]}]}";
    private static final String POSITION =
            "Where the device stands on the way from the other side, 1 to 10; 1 is also the rule set at /ruleset. Positions may be left out.";

    private final LinkKind kind;
    private final RuleSetService desk;
    private final SnapshotResponses answers;
    private final Representations representations;
    private final Revisions revisions;
    private final SecurityIdentity caller;
    private final Devices devices;

    RuleSetsResource(
            LinkKind kind,
            RuleSetService desk,
            Devices devices,
            SnapshotResponses answers,
            Representations representations,
            Revisions revisions,
            SecurityIdentity caller) {
        this.kind = kind;
        this.desk = desk;
        this.devices = devices;
        this.answers = answers;
        this.representations = representations;
        this.revisions = revisions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "The devices that guard a link, and what each does for the whole",
            description =
                    "In the order of the way, without their rules. What gets through is what all of them permit: how open that is, a packet with what each device decides of it, and of each device what it alone denies and how open the link would be without it. A link without any rule set has no devices and counts as open.")
    @APIResponse(
            responseCode = "200",
            description = "The devices.",
            content = @Content(schema = @Schema(implementation = RuleSetChainView.class)))
    public Response chain(@PathParam("key") @Key String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answers.answer(
                headers,
                uri,
                now -> RuleSetChainView.of(
                        kind,
                        key,
                        kind.in(now.assessment().estate(), key).ruleSet(),
                        posture(now, key),
                        desk.inForce(kind, key)));
    }

    private Posture posture(Snapshot now, String key) {
        return now.assessment().posture(kind.subject(key)).orElseThrow();
    }

    @PUT
    @Path("{position}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Replace the rule set of one device on a link",
            description =
                    "Takes a configuration as /ruleset does, with the same refusals, for the device at this position, or names a device whose configuration is stored (PUT /devices/{key}/configuration) and what of it guards the link: then there is no body, and the link is read again whenever that configuration is sent again. A link lets through what all its devices permit, so the addresses of their rules have to be of the same packets: destinations that a device translates are followed where its configuration says exactly where to; what is not exact, and sources that may be rewritten, count as open and as a doubt.")
    @RequestBody(
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING), example = NEUTRAL),
                @Content(
                        mediaType = "application/json",
                        schema =
                                @Schema(
                                        description =
                                                "The configuration, where its format is JSON: the neutral form (RULES_JSON), or what a cloud or nftables exports."),
                        example = NEUTRAL)
            })
    @APIResponse(
            responseCode = "200",
            description = "The rule set now in force at this position.",
            content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    public RuleSetView replaceDevice(
            @PathParam("key") @Key String key,
            @PathParam("position")
                    @Parameter(
                            description = POSITION,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10"),
                            example = "2")
                    String position,
            @QueryParam("format")
                    @Parameter(
                            description = "Format of the body; needed unless device is stated.",
                            schema = @Schema(implementation = Format.class),
                            example = "RULES_JSON")
                    @Nullable
                    String format,
            @QueryParam("device")
                    @Parameter(
                            description =
                                    "Key of a device whose stored configuration is read instead of a body; the other parameters name what of it guards the link.")
                    @Key
                    @Nullable
                    String device,
            @QueryParam("rewriting")
                    @Parameter(
                            description =
                                    "What the device does to addresses beside the translations that its configuration lists; where not stated, what the configuration shows. SOURCES: no source says anything on the way. UNKNOWN: besides, nothing that devices before it say of destinations does.",
                            schema = @Schema(implementation = Rewriting.class))
                    @Nullable
                    String rewriting,
            @BeanParam GuardParts parts,
            byte @Nullable [] configuration) {
        byte[] sent = configuration == null ? new byte[0] : configuration;
        Place at = at(key, position);
        Rewriting stated = RuleSetParameters.rewriting(rewriting);
        String by = caller.getPrincipal().getName();
        if (device == null) {
            return desk.replace(at, RuleSetParameters.format(format), parts.guard(), stated, sent, by);
        }
        refuseBeside(device, format, sent);
        return devices.name(at, device, parts.guard(), stated, by);
    }

    /** A text of its own and one of a device contradict each other. */
    private static void refuseBeside(String device, @Nullable String format, byte[] sent) {
        if (format != null) {
            throw ProblemException.at(
                    ProblemType.INVALID,
                    "format",
                    "format and device exclude each other: the configuration of " + device
                            + " is read as it was stored.");
        }
        if (sent.length > 0) {
            throw ProblemException.at(
                    ProblemType.INVALID,
                    "device",
                    "A body and device exclude each other: the configuration of " + device
                            + " is sent to /api/v1/devices/" + device + "/configuration.");
        }
    }

    @GET
    @Path("{position}")
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "The rule set of one device on a link",
            description =
                    "In neutral form, as it stands on the device: the one in force, or an earlier revision. 404 when there is none at this position.")
    @APIResponse(
            responseCode = "200",
            description = "The rule set.",
            content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    public Response readDevice(
            @PathParam("key") @Key String key,
            @PathParam("position")
                    @Parameter(
                            description = POSITION,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10"),
                            example = "1")
                    String position,
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
        Place at = at(key, position);
        return representations.answer(headers, uri, () -> revisions.of(kind.collection()), () -> desk.read(at, asked));
    }

    @DELETE
    @Path("{position}")
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Take one device out of the way",
            description =
                    "Its rule set stays in the history; the other devices guard the link alone, and without any it counts as fully open. 404 when there is none at this position.")
    @APIResponse(responseCode = "204", description = "It is in force no more.")
    public void removeDevice(
            @PathParam("key") @Key String key,
            @PathParam("position")
                    @Parameter(
                            description = POSITION,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10"),
                            example = "2")
                    String position) {
        desk.remove(at(key, position));
    }

    @GET
    @Path("{position}/history")
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "Every rule set one device on a link had",
            description = "Newest first, without the rules themselves.")
    @APIResponse(
            responseCode = "200",
            description = "The revisions.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RuleSetView.class)))
    public Response historyOfDevice(
            @PathParam("key") @Key String key,
            @PathParam("position")
                    @Parameter(
                            description = POSITION,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10"),
                            example = "1")
                    String position,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Place at = at(key, position);
        return representations.answer(headers, uri, () -> revisions.of(kind.collection()), () -> desk.history(at));
    }

    @POST
    @Path("{position}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Approve a revision of one device's rule set",
            description =
                    "From then on what all devices let through is held against what they would with the approved revisions, a device without any counting as it is: another result is the finding NET-14. 404 when there never was that revision.")
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
    public RuleSetView approveDevice(
            @PathParam("key") @Key String key,
            @PathParam("position")
                    @Parameter(
                            description = POSITION,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10"),
                            example = "1")
                    String position,
            @Valid @NotNull ApprovalView body) {
        return desk.approve(
                at(key, position), body.revision(), caller.getPrincipal().getName());
    }

    private Place at(String key, String position) {
        return new Place(kind, key, RuleSetParameters.position(position));
    }
}
