package dev.sekisho.ruleset;

import static dev.sekisho.collection.CollectionName.CONNECTION_POINTS;
import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;
import static dev.sekisho.collection.CollectionName.ZONES;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.risk.estate.Severity;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.TextFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of unfiltered links can be narrowed to, and its order. */
record UnfilteredLinkFilter(
        @QueryParam("thirdParty") @RefersTo(THIRD_PARTIES) @Parameter(example = "msp-1") @Nullable
        String thirdParty,

        @QueryParam("connectionPoint") @RefersTo(CONNECTION_POINTS) @Nullable
        String connectionPoint,

        @QueryParam("organization") @RefersTo(ORGANIZATIONS) @Nullable
        String organization,

        @QueryParam("zone") @RefersTo(ZONES) @Nullable String zone,
        @QueryParam("severity") @Nullable Severity severity,

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
                                    "score",
                                    "-score",
                                    "key",
                                    "-key",
                                    "name",
                                    "-name"
                                }))
        ListQuery.Order sort) {}
