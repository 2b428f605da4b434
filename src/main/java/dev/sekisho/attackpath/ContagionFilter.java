package dev.sekisho.attackpath;

import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.web.list.ListQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the matrix of third parties and organizations can be narrowed to, and its order. */
record ContagionFilter(
        @QueryParam("thirdParty") @RefersTo(THIRD_PARTIES) @Parameter(example = "msp-1") @Nullable
        String thirdParty,

        @QueryParam("organization") @RefersTo(ORGANIZATIONS) @Nullable
        String organization,

        @QueryParam("sort")
        @DefaultValue("distance")
        @Parameter(
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"distance", "-distance", "key", "-key", "organization", "-organization"
                                }))
        ListQuery.Order sort) {}
