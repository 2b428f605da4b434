package dev.sekisho.finding;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.web.list.ListQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of findings can be narrowed to, and its order. */
record FindingFilter(
        @QueryParam("code") @RefersTo("rules") @Parameter(example = "NET-01") @Nullable
        String code,

        @QueryParam("severity") @Nullable Severity severity,
        @QueryParam("status") @Nullable FindingStatus status,
        @QueryParam("subject") Subject.@Nullable Kind subject,

        @QueryParam("key")
        @RefersTo(
                value = {
                    "portfolio",
                    "organizations",
                    "third-parties",
                    "connection-points",
                    "zone-links",
                    "zones",
                    "assets",
                    "installations",
                    "software-products"
                },
                chosenBy = "subject")
        @Nullable
        String key,

        @QueryParam("thirdParty") @RefersTo("third-parties") @Parameter(example = "msp-1") @Nullable
        String thirdParty,

        @QueryParam("connectionPoint") @RefersTo("connection-points") @Nullable
        String connectionPoint,

        @QueryParam("organization") @RefersTo("organizations") @Nullable
        String organization,

        @QueryParam("zone") @RefersTo("zones") @Nullable String zone,

        @QueryParam("updatedSince")
        @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        @Nullable
        Instant updatedSince,

        @QueryParam("sort")
        @DefaultValue("-severity")
        @Parameter(
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {
                                    "severity",
                                    "-severity",
                                    "updatedAt",
                                    "-updatedAt",
                                    "firstSeen",
                                    "-firstSeen",
                                    "code",
                                    "-code"
                                }))
        ListQuery.Order sort) {}
