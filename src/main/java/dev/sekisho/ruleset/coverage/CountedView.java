package dev.sekisho.ruleset.coverage;

import dev.sekisho.risk.score.Knowledge;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Links, counted by how well they are known. */
@Schema(
        name = "LinkCoverage",
        description =
                "Links that are up, counted by how well it is known what they let through. Each is counted once: proven, measuredWithDoubt, onlyDeclared and unknown add up to links. How much a link lets through is another matter: rules may be proven to permit everything.")
record CountedView(
        @Schema(description = "How many links are up, those whose cut is only declared included.")
        int links,

        @Schema(
                description =
                        "Rules are known, read whole and without notes, and measured, and the firewall is VERIFIED by dated evidence that still counts.")
        int proven,

        @Schema(
                description =
                        "Rules are known, and there is at least one doubt about what they say or whether they filter there; doubts counts which.")
        int measuredWithDoubt,

        @Schema(
                description =
                        "Somebody stated the state of the firewall, and no rules are known of one that is stated to be there.")
        int onlyDeclared,

        @Schema(
                description =
                        "How many of onlyDeclared are stated as NONE or PLANNED, so that nothing filters there; the others are stated as filtered and nothing measures it.")
        int declaredUnfiltered,

        @Schema(
                description =
                        "No rules are known, and nobody stated the state of the firewall, or stated it as UNKNOWN.")
        int unknown) {

    static CountedView of(List<Known> links) {
        return new CountedView(
                links.size(),
                count(links, Knowledge.Kind.PROVEN),
                count(links, Knowledge.Kind.DOUBTFUL),
                count(links, Knowledge.Kind.DECLARED),
                (int) links.stream().filter(Known::statedUnfiltered).count(),
                count(links, Knowledge.Kind.UNKNOWN));
    }

    private static int count(List<Known> links, Knowledge.Kind kind) {
        return (int)
                links.stream().filter(one -> one.knowledge().kind() == kind).count();
    }

    /** How many nothing proves. */
    int unproven() {
        return links - proven;
    }
}
