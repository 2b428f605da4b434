package dev.sekisho.ruleset.device;

import dev.sekisho.web.list.ListQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The order of a list of devices. */
record DeviceOrder(
        @QueryParam("sort")
        @DefaultValue("key")
        @Parameter(
                description = "The field to order by, with a leading - for descending order.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"key", "-key", "storedAt", "-storedAt"},
                                defaultValue = "key"))
        ListQuery.Order sort) {}
