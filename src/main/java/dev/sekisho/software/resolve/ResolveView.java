package dev.sekisho.software.resolve;

import dev.sekisho.matching.product.Gap;
import dev.sekisho.risk.estate.software.Installation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What would decide whether an installation has a flaw. */
@Schema(
        name = "Resolve",
        description =
                "What would decide whether the flaw is there: for each reason why it is undecided the call that would close that gap; and the call with which a person of ours says it.")
public record ResolveView(
        @Schema(
                description =
                        "Why it is undecided, each with what would decide it; empty where sources contradict each other.")
        List<ReasonView> reasons,

        @Schema(
                description =
                        "How somebody who looked at it says so. Its body is to be completed: what stands in angle brackets is to be replaced, and `state` to be chosen.")
        CallView verdict) {

    /** One gap, and what closes it. */
    @Schema(name = "ResolveReason", description = "One reason why it is undecided, and what would decide it.")
    public record ReasonView(
            @Schema(
                    description =
                            "Why: NO_VERSIONS, ALL_VERSIONS_MAY_BE_MEANT, RANGE_UNREADABLE, RANGE_AMBIGUOUS, OUTSIDE_NOT_SAID, SOURCE_UNDECIDED, OTHER_RELEASE and WITHDRAWN are gaps of what sources say; VERSION_MISSING, VERSION_SPELLING and EDITION_MISSING of what we said.")
            Gap why,

            @Schema(
                    description = "What is missing and what would decide it, in words.",
                    examples = "Nobody stated which version is installed: state it as the maker writes it.")
            String sentence,

            @Schema(description = "The call that closes the gap.")
            CallView call) {}

    /** A request to this service. */
    @Schema(name = "ResolveCall", description = "A request to this service.")
    public record CallView(
            @Schema(description = "The method.", examples = "PATCH")
            String method,

            @Schema(description = "The path, with its query.", examples = "/api/v1/installations/msp-tool-unix-01")
            String path,

            @Schema(description = "The body; absent where it is a document of the source's.") @Nullable
            Map<String, String> body) {}

    /**
     * @param advisory key of the vulnerability
     * @param cve its CVE id, where it has one
     */
    public static ResolveView of(Installation installation, String advisory, @Nullable String cve, Set<Gap> gaps) {
        return new ResolveView(
                gaps.stream()
                        .map(gap -> new ReasonView(gap, Words.of(gap, cve), call(installation, gap)))
                        .toList(),
                new CallView(
                        "POST",
                        "/api/v1/analyst-verdicts",
                        Map.of(
                                "installation",
                                installation.key(),
                                "advisory",
                                advisory,
                                "state",
                                "<AFFECTED, NOT_AFFECTED, FIXED or UNDER_INVESTIGATION>",
                                "justification",
                                "<with NOT_AFFECTED>",
                                "reason",
                                "<why>",
                                "until",
                                "<last day it counts>")));
    }

    private static CallView call(Installation installation, Gap gap) {
        return switch (gap) {
            case VERSION_MISSING, VERSION_SPELLING ->
                new CallView(
                        "PATCH",
                        "/api/v1/installations/" + installation.key(),
                        Map.of("version", "<as the maker writes it>"));
            case EDITION_MISSING ->
                new CallView(
                        "PATCH",
                        "/api/v1/software-products/" + installation.product(),
                        Map.of("cpe", "<the CPE name with its edition and platform>"));
            case OTHER_RELEASE -> new CallView("PUT", "/api/v1/feeds/osv", null);
            case SOURCE_UNDECIDED, ALL_VERSIONS_MAY_BE_MEANT -> new CallView("PUT", "/api/v1/feeds/csaf", null);
            case NO_VERSIONS, RANGE_UNREADABLE, RANGE_AMBIGUOUS, OUTSIDE_NOT_SAID, WITHDRAWN ->
                new CallView("POST", "/api/v1/advisories?format=CVE5", null);
        };
    }
}
