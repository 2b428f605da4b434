package dev.sekisho.ruleset.device;

import dev.sekisho.access.Role;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.Condition;
import dev.sekisho.registry.Key;
import dev.sekisho.registry.Revisions;
import dev.sekisho.ruleset.RuleSetParameters;
import dev.sekisho.ruleset.format.Format;
import dev.sekisho.web.Representations;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Paging;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Devices whose configuration is stored once for all links that they guard. */
@Path("/api/v1/devices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEW)
@Tag(name = "Firewall rules")
class DeviceResource {
    private static final String EXAMPLE =
            "*filter\n:INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n-A FORWARD -i eth0 -s 198.51.100.0/24 -p tcp -m tcp --dport 443 -j ACCEPT\nCOMMIT\n";

    private final Devices devices;
    private final Representations representations;
    private final Revisions revisions;
    private final SecurityIdentity caller;

    DeviceResource(Devices devices, Representations representations, Revisions revisions, SecurityIdentity caller) {
        this.devices = devices;
        this.representations = representations;
        this.revisions = revisions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listDevices",
            summary = "The devices whose configuration is stored",
            description = "By key where no order is asked for, each with how many positions of links are read from it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of devices.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DeviceView.class)))
    public Response list(
            @BeanParam DeviceOrder order,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(order, order.sort(), paging);
        return representations.answer(headers, uri, this::revision, () -> devices.list(query));
    }

    /** Links come and go without the device. */
    private long revision() {
        return revisions.of(CollectionName.DEVICES)
                + revisions.of(CollectionName.CONNECTION_POINTS)
                + revisions.of(CollectionName.ZONE_LINKS);
    }

    @GET
    @Path("{key}/configuration")
    @RolesAllowed(Role.VIEW)
    @Operation(
            summary = "The configuration of a device, and the links read from it",
            description =
                    "Which links name the device and what of its configuration guards each, and which lists, chains, policies, rules or groups of it no link is read from. The text itself is never shown: it may hold secrets. 404 when the device has no configuration.")
    @APIResponse(
            responseCode = "200",
            description = "What is known of it.",
            content = @Content(schema = @Schema(implementation = DeviceConfigurationView.class)))
    public Response read(
            @PathParam("key") @Parameter(example = "edge-fw-1") @Key String key,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return representations.answer(headers, uri, this::revision, () -> devices.read(key));
    }

    @PUT
    @Path("{key}/configuration")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Store the configuration of a device, and judge every link it guards again",
            description =
                    "The body is the whole configuration as it is exported, at most 20 MB; format says how to read it. It is stored once; links name the device and what of it guards them (PUT .../rulesets/{position}?device=...) instead of sending a text. Sent again, it is parsed once and every link that names it is read again, all or nothing: each gets a new revision, approvals stay. The answer tells of each link how what it permits through all its devices changed (WIDER is worse), with packets, and which sections of the configuration no link is read from. The same text again changes nothing. 400 with line and column when it is not of the format; 422, with nothing changed, when links name what it does not have any more, such as an interface, unless missing says otherwise; 409 when links were changed meanwhile; 413 beyond 20 MB.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING), example = EXAMPLE),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(description = "The configuration, where its format is JSON."),
                        example =
                                "{\"defaultAction\": \"DENY\", \"rules\": [{\"action\": \"PERMIT\", \"protocol\": \"TCP\", \"destinationPorts\": [\"443\"]}]}")
            })
    @APIResponse(
            responseCode = "200",
            description = "It is stored, and so are the rule sets of the links.",
            content = @Content(schema = @Schema(implementation = DeviceConfigurationView.class)))
    public DeviceConfigurationView replace(
            @PathParam("key") @Parameter(example = "edge-fw-1") @Key String key,
            @QueryParam("format")
                    @Parameter(
                            required = true,
                            schema = @Schema(implementation = Format.class),
                            example = "IPTABLES_SAVE")
                    @Nullable
                    String format,
            @QueryParam("missing")
                    @Parameter(
                            description =
                                    "What is to become of links that name what the configuration does not have any more; REFUSE where not stated.",
                            schema = @Schema(implementation = Missing.class))
                    @Nullable
                    String missing,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match")
                    @Parameter(
                            description = "`*`: only create; where the device has a configuration the answer is 412.")
                    @Nullable
                    String ifNoneMatch,
            @Context HttpHeaders headers,
            byte @Nullable [] configuration) {
        var sent = new Devices.Sent(
                RuleSetParameters.format(format),
                configuration == null ? new byte[0] : configuration,
                Missing.of(missing),
                caller.getPrincipal().getName());
        return devices.replace(key, sent, Condition.of(headers));
    }

    @DELETE
    @Path("{key}/configuration")
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Forget a device and its configuration",
            description =
                    "409 while links are read from it, with their names: these need another rule set first, or none. 404 when it has none.")
    @APIResponse(responseCode = "204", description = "It is forgotten.")
    public void remove(
            @PathParam("key") @Parameter(example = "edge-fw-1") @Key String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpHeaders headers) {
        devices.remove(key, Condition.of(headers));
    }
}
