package dev.sekisho.imports;

import dev.sekisho.web.list.ListQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The order of a list of jobs. */
record JobOrder(
        @QueryParam("sort")
        @DefaultValue("-submittedAt")
        @Parameter(
                description = "`submittedAt` or `-submittedAt`.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"submittedAt", "-submittedAt"}))
        ListQuery.Order sort) {}
