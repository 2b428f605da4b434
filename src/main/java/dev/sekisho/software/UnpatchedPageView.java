package dev.sekisho.software;

import dev.sekisho.feed.LoadedSource;
import dev.sekisho.software.identity.NotJudgedView;
import dev.sekisho.web.list.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of live flaws, and what it rests on. */
@Schema(
        name = "UnpatchedSoftwarePage",
        description = "One page of the list, and what it rests on.",
        requiredProperties = {"items", "total", "proven", "possible", "cleared", "judged", "notJudged", "sources"})
record UnpatchedPageView(
        @Schema(
                description = "The rows of this page, in the order asked for.",
                type = SchemaType.ARRAY,
                implementation = UnpatchedView.class,
                maxItems = 1000)
        List<?> items,

        @Schema(description = "Asks for the next page; absent on the last.", maxLength = 4000) @Nullable
        String nextPageToken,

        @Schema(description = "How many rows there are over all pages.")
        Page.Total total,

        @Schema(
                description =
                        "What is proven among what was asked for, over all pages, whether the rows are flaws or groups of them.")
        FlawCountsView proven,

        @Schema(
                description =
                        "What no source can decide among what was asked for, over all pages. It counts in the upper end of scores alone.")
        FlawCountsView possible,

        @Schema(
                description =
                        "What persons of ours say is not affected or fixed among what was asked for, over all pages. It counts in no score until the day after their word expires.")
        FlawCountsView cleared,

        @Schema(
                description =
                        "Whether what is missing from the list is clean: false where some of what was asked for is named by no loaded source or by nothing that is up to date, see `notJudged`, and where nothing is loaded at all.")
        boolean judged,

        @Schema(description = "The software in use that no loaded source names, out of what was asked for.")
        NotJudgedView notJudged,

        @Schema(description = "What was loaded; what no source says is not known here.")
        List<LoadedSource> sources) {}
