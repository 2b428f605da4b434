package dev.sekisho.ruleset;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.link.Link;
import dev.sekisho.web.list.Page;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of unfiltered links, and how much of what is not on the list is only said to be filtered. */
@Schema(
        name = "UnfilteredLinkPage",
        description = "One page of the list, and how many links are only said to be filtered.",
        requiredProperties = {"items", "total", "unmeasured"})
record UnfilteredLinkPage(
        @Schema(
                description = "What is on this page, in the order asked for.",
                type = SchemaType.ARRAY,
                implementation = UnfilteredLinkView.class,
                maxItems = 1000)
        List<?> items,

        @Schema(description = "Asks for the next page; absent on the last.", maxLength = 4000) @Nullable
        String nextPageToken,

        @Schema(description = "How many there are over all pages.")
        Page.Total total,

        @Schema(
                description =
                        "The links stated as filtered of which not everything was measured, out of those that were asked for, over all pages.")
        UnmeasuredView unmeasured) {

    static UnfilteredLinkPage of(Page<?> page, UnmeasuredView unmeasured) {
        return new UnfilteredLinkPage(page.items(), page.nextPageToken(), page.total(), unmeasured);
    }

    /** Links that are stated as filtered and were not, or not wholly, measured. */
    @Schema(
            name = "UnmeasuredLinks",
            description =
                    "How many connection points and zone links that are up are stated as filtered (VERIFIED, UNVERIFIED or HOST_ONLY, by the link or by its newest inspection) and were not, or not wholly, measured. Filters of the list narrow it, but for the severity, which links have only on the list; some of them may be on the list, too.")
    record UnmeasuredView(
            @Schema(description = "How many there are in all: noRuleSet and notAssessable together.")
            int links,

            @Schema(description = "How many of them have no rule set, so that nothing was measured.")
            int noRuleSet,

            @Schema(
                    description =
                            "How many of them have a rule set that is NOT_ASSESSABLE: it holds rules that could not be modelled, is too entangled, or the zone has no addresses; the traffic of the link says which.")
            int notAssessable) {

        static UnmeasuredView of(Assessment assessment, Predicate<Link> wanted) {
            List<TrafficView.State> states = Arrays.stream(LinkKind.values())
                    .flatMap(kind -> states(assessment, kind, wanted))
                    .toList();
            int none = count(states, TrafficView.State.NO_RULE_SET);
            int doubtful = count(states, TrafficView.State.NOT_ASSESSABLE);
            return new UnmeasuredView(none + doubtful, none, doubtful);
        }

        private static Stream<TrafficView.State> states(Assessment assessment, LinkKind kind, Predicate<Link> wanted) {
            return kind.all(assessment.estate()).values().stream()
                    .filter(link -> link.state().up() && link.firewall().state().needsEvidence() && wanted.test(link))
                    .map(link -> TrafficView.State.of(
                            assessment.posture(kind.subject(link.key())).orElseThrow(), link.ruleSet()));
        }

        private static int count(List<TrafficView.State> states, TrafficView.State sought) {
            return (int) states.stream().filter(state -> state == sought).count();
        }
    }
}
