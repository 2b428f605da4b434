package dev.sekisho.web.list;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * The page of a list that is asked for; the contract describes both among the parts all operations refer to.
 *
 * @param limit how many items it holds at most
 * @param pageToken leads to the page after another one; absent on the first
 */
public record Paging(
        @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000)
        Integer limit,

        @QueryParam("pageToken") @Nullable String pageToken) {}
