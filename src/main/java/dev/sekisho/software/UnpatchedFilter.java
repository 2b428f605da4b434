package dev.sekisho.software;

import static dev.sekisho.collection.CollectionName.INSTALLATIONS;
import static dev.sekisho.collection.CollectionName.ORGANIZATIONS;
import static dev.sekisho.collection.CollectionName.SOFTWARE_PRODUCTS;
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

/** What a list of unpatched software can be narrowed to or grouped by, and its order. */
record UnpatchedFilter(
        @QueryParam("thirdParty") @RefersTo(THIRD_PARTIES) @Parameter(example = "msp-1") @Nullable
        String thirdParty,

        @QueryParam("organization") @RefersTo(ORGANIZATIONS) @Nullable
        String organization,

        @QueryParam("zone") @RefersTo(ZONES) @Nullable String zone,

        @QueryParam("product") @RefersTo(SOFTWARE_PRODUCTS) @Nullable
        String product,

        @QueryParam("installation") @RefersTo(INSTALLATIONS) @Nullable
        String installation,

        @QueryParam("advisory") @RefersTo(others = "vulnerabilities") @Nullable
        String advisory,

        @QueryParam("exploited")
        @Parameter(
                description =
                        "Whether somebody says that the flaw is exploited. What is cleared is left out, unless verdict asks for it.")
        @Nullable
        Boolean exploited,

        @QueryParam("overdue")
        @Parameter(
                description =
                        "Whether its deadline has passed. What is cleared is left out, unless verdict asks for it.")
        @Nullable
        Boolean overdue,

        @QueryParam("noFix")
        @Parameter(description = "Whether no fix is known. What is cleared is left out, unless verdict asks for it.")
        @Nullable
        Boolean noFix,

        @QueryParam("reachable")
        @Parameter(
                description =
                        "Whether a third party or the internet can reach it. What is cleared is left out, unless verdict asks for it.")
        @Nullable
        Boolean reachable,

        @QueryParam("unknown") @Nullable Boolean unknown,
        @QueryParam("severity") @Nullable Severity severity,

        @QueryParam("verdict")
        @Parameter(
                description =
                        "PROVEN for what counts in every score, POSSIBLE for what no source can decide, CLEARED for what a person of ours says is not affected or fixed; without it all, the proven first and the cleared last.")
        UnpatchedView.@Nullable Certainty verdict,

        @QueryParam("groupBy") @Parameter(description = "One row for each product or third party instead.")
        UnpatchedGroupView.@Nullable By groupBy,

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
                                    "advisory",
                                    "-advisory"
                                }))
        ListQuery.Order sort) {

    /** Whether it asks for what has to be done: of what is cleared nothing has, until its word expires. */
    boolean asksWhatIsLeft() {
        return verdict == null && (exploited != null || overdue != null || noFix != null || reachable != null);
    }
}
