package dev.sekisho.registry;

import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Paging;
import dev.sekisho.web.list.TextFilter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of registered objects may be called, its order and its page, the same for all collections. */
public record Sorting(
        @QueryParam("sort")
        @DefaultValue("key")
        @Parameter(
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"key", "-key", "name", "-name", "updatedAt", "-updatedAt"}))
        ListQuery.Order sort,

        @BeanParam TextFilter text,
        @BeanParam Paging paging) {

    /** What a list narrowed so was asked for. */
    public ListQuery of(Record filter) {
        return ListQuery.of(filter, text, sort, paging);
    }
}
