package dev.sekisho.finding;

import static dev.sekisho.collection.CollectionName.ASSETS;
import static dev.sekisho.collection.CollectionName.CONNECTION_POINTS;
import static dev.sekisho.collection.CollectionName.DATA_HOLDINGS;
import static dev.sekisho.collection.CollectionName.INSTALLATIONS;
import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.SOFTWARE_PRODUCTS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;
import static dev.sekisho.collection.CollectionName.ZONE_LINKS;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.TextFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of findings can be narrowed to, and its order. */
record FindingFilter(
        @QueryParam("code") @RefersTo(others = "rules") @Parameter(example = "NET-01") @Nullable
        String code,

        @QueryParam("severity") @Nullable Severity severity,

        @QueryParam("verdict")
        @Parameter(
                description =
                        "PROVEN for what is known to be wrong, POSSIBLE for what no source can decide (SW-10); without it both.")
        @Nullable
        FindingVerdict verdict,

        @QueryParam("status") @Nullable FindingStatus status,
        @QueryParam("subject") Subject.@Nullable Kind subject,

        @QueryParam("key")
        @RefersTo(
                others = "portfolio",
                value = {
                    ORGANIZATIONS,
                    THIRD_PARTIES,
                    CONNECTION_POINTS,
                    ZONE_LINKS,
                    ZONES,
                    ASSETS,
                    DATA_HOLDINGS,
                    INSTALLATIONS,
                    SOFTWARE_PRODUCTS
                },
                chosenBy = "subject")
        @Nullable
        String key,

        @QueryParam("thirdParty") @RefersTo(THIRD_PARTIES) @Parameter(example = "msp-1") @Nullable
        String thirdParty,

        @QueryParam("connectionPoint") @RefersTo(CONNECTION_POINTS) @Nullable
        String connectionPoint,

        @QueryParam("organization") @RefersTo(ORGANIZATIONS) @Nullable
        String organization,

        @QueryParam("zone") @RefersTo(ZONES) @Nullable String zone,

        @QueryParam("updatedSince")
        @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        @Nullable
        Instant updatedSince,

        @BeanParam TextFilter text,

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
