package dev.sekisho.software.identity;

import dev.sekisho.advisory.naming.Candidate;
import dev.sekisho.advisory.naming.Recognition;
import dev.sekisho.feed.LoadedSource;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a software product is known, and what else it may be called. */
@Schema(name = "ProductIdentity", description = "How a software product is known, and what else it may be called.")
record IdentityView(
        @Schema(description = "What the list of identities shows of the product.")
        IdentityRowView product,

        @Schema(
                description =
                        "Every name it is looked up under, with how many vulnerabilities it finds; the one that finds most first.")
        List<NameView> names,

        @Schema(
                description =
                        "Where records are found by the mere name: who they say makes it, in small letters without spaces. More than one make it AMBIGUOUS.")
        SortedSet<String> makers,

        @Schema(
                description =
                        "What records speak of that it may be and that finds nothing for it yet, the likest first; at most ten.")
        List<CandidateView> candidates,

        @Schema(description = "What was loaded; what no source says is not known here.")
        List<LoadedSource> sources) {

    /** A name it is looked up under. */
    @Schema(name = "LookedUpName", description = "A name a product is looked up under.")
    record NameView(
            @Schema(description = "The name, in small letters without spaces: maker/product, a package, or in words.")
            String name,

            @Schema(description = "How many vulnerabilities speak of it.")
            int records) {
        static NameView of(Recognition.Found found) {
            return new NameView(found.name(), found.records());
        }
    }

    /** What it may be. */
    @Schema(name = "IdentityCandidate", description = "A product that records speak of and that one of ours may be.")
    record CandidateView(
            @Schema(description = "Accepts it, when sent to the same address.", examples = "name:fortinet/fortios")
            String candidate,

            @Schema(description = "Who makes it, as a record writes it.") @Nullable
            String vendor,

            @Schema(description = "What it is called, as a record writes it.") @Nullable
            String product,

            @Schema(description = "Package URL of it, where it is a package.") @Nullable
            String purl,

            @Schema(description = "CPE name of every version, where a record has one.") @Nullable
            String cpe,

            @Schema(
                    description =
                            "How alike the names are, 0 to 100: letters to be changed, ten more for the same maker, fifteen less for another. It proves nothing.")
            int score,

            @Schema(description = "How many vulnerabilities speak of it.")
            int records,

            @Schema(description = "Why it is suggested, in words.")
            String why) {
        static CandidateView of(Candidate one) {
            return new CandidateView(
                    one.id(),
                    one.vendor(),
                    one.product(),
                    one.purl(),
                    one.cpe(),
                    one.score(),
                    one.records(),
                    one.why());
        }
    }

    /** What to accept. */
    @Schema(name = "AcceptedCandidate", description = "The candidate that a product is.")
    record AcceptedView(
            @Schema(description = "The `candidate` of one of the candidates.", examples = "name:fortinet/fortios")
            @NotNull
            @Size(min = 1, max = 1000)
            String candidate) {}
}
