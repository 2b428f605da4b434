package dev.sekisho.software.identity;

import static dev.sekisho.collection.CollectionName.THIRD_PARTIES;

import dev.sekisho.registry.RefersTo;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.TextFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of identities can be narrowed to, and its order. */
record IdentityFilter(
        @QueryParam("identity")
        @Parameter(description = "Only products that are known so well, such as UNMATCHED.")
        @Nullable
        IdentityQuality identity,

        @QueryParam("supplier")
        @RefersTo(THIRD_PARTIES)
        @Parameter(description = "Only products that this third party supplies.")
        @Nullable
        String supplier,

        @QueryParam("inUse")
        @Parameter(description = "true for products that are in use anywhere, false for those that are not.")
        @Nullable
        Boolean inUse,

        @BeanParam TextFilter text,

        @QueryParam("sort")
        @DefaultValue("-installations")
        @Parameter(
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {
                                    "installations",
                                    "-installations",
                                    "records",
                                    "-records",
                                    "key",
                                    "-key",
                                    "name",
                                    "-name"
                                }))
        ListQuery.Order sort) {}
