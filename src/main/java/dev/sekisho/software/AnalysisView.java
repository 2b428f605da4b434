package dev.sekisho.software;

import dev.sekisho.feed.LoadedSource;
import dev.sekisho.matching.product.Judgement;
import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.matching.product.MatchEvidence;
import dev.sekisho.matching.published.Source;
import dev.sekisho.software.identity.IdentityQuality;
import dev.sekisho.software.identity.SoftwareIdentities;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How software that is not stored stands to the advisories. */
@Schema(name = "Analysis", description = "How software that is not stored stands to the advisories.")
record AnalysisView(
        @Schema(description = "The items asked about, in the order they were sent, each with its verdicts.")
        List<JudgedView> items,

        @Schema(description = "How many of the items no loaded source names: nothing is known of them.")
        int notJudged,

        @Schema(description = "Why, in a sentence; absent where all are judged by what is up to date.") @Nullable
        String why,

        @Schema(description = "What was loaded; what no source says is not known here.")
        List<LoadedSource> sources) {

    /** What to judge. */
    @Schema(name = "AnalysisRequest", description = "The software to judge.")
    record AskedView(
            @Schema(description = "The software to judge, each piece by at least one of product, purl and cpe.")
            @NotNull
            @Size(min = 1, max = 1000)
            List<@NotNull @Valid ItemView> items) {}

    /** One piece of software, by whatever names are known. */
    @Schema(
            name = "AnalysisItem",
            description =
                    "One piece of software, by whatever names are known of it; at least one of product, purl and cpe.")
    record ItemView(
            @Schema(description = "Who makes the software, as advisories call them.")
            @Size(min = 1, max = 200)
            @Nullable
            String vendor,

            @Schema(description = "Name of the software, as advisories call it.") @Size(min = 1, max = 200) @Nullable
            String product,

            @Schema(
                    description =
                            "Version of the software, as its vendor writes it; without one every version is meant.")
            @Size(min = 1, max = 200)
            @Nullable
            String version,

            @Schema(description = "Package URL of the software; a version in it counts where version is left out.")
            @Size(min = 1, max = 1000)
            @Nullable
            String purl,

            @Schema(description = "CPE 2.3 or 2.2 name of the software.") @Size(min = 1, max = 500) @Nullable
            String cpe) {}

    /** An item with its verdicts. */
    @Schema(name = "AnalyzedItem", description = "An item that was asked about, with its verdicts.")
    record JudgedView(
            @Schema(description = "The vendor that was sent.") @Nullable
            String vendor,

            @Schema(description = "The product name that was sent.") @Nullable
            String product,

            @Schema(description = "The version that was sent.") @Nullable
            String version,

            @Schema(description = "The package URL that was sent.") @Nullable
            String purl,

            @Schema(description = "The CPE name that was sent.") @Nullable
            String cpe,

            @Schema(description = "False where no loaded source names it: then nothing is known of it.")
            boolean judged,

            @Schema(description = "The same with its reason: never AMBIGUOUS here.")
            IdentityQuality identity,

            @Schema(description = "How many of the verdicts count in every score.")
            int proven,

            @Schema(description = "How many of the verdicts no source can decide.")
            int possible,

            @Schema(
                    description =
                            "One verdict for each advisory that concerns it; empty where judged is false. The proven ones come first, then what is possible, then what does not affect it.")
            List<VerdictView> verdicts) {

        private static JudgedView of(ItemView item, IdentityQuality identity, List<VerdictView> verdicts) {
            return new JudgedView(
                    item.vendor(),
                    item.product(),
                    item.version(),
                    item.purl(),
                    item.cpe(),
                    !verdicts.isEmpty(),
                    identity,
                    count(verdicts, UnpatchedView.Certainty.PROVEN),
                    count(verdicts, UnpatchedView.Certainty.POSSIBLE),
                    verdicts);
        }

        private static int count(List<VerdictView> verdicts, UnpatchedView.Certainty certainty) {
            return (int) verdicts.stream()
                    .filter(verdict -> verdict.certainty() == certainty)
                    .count();
        }
    }

    /** The four answers. */
    @Schema(
            name = "VersionAnswer",
            description =
                    "How a version stands to an advisory: AFFECTED, NOT_AFFECTED, CONFLICT where sources disagree, UNKNOWN where nothing published settles it.")
    enum AnswerView {
        AFFECTED,
        NOT_AFFECTED,
        CONFLICT,
        UNKNOWN;

        static AnswerView of(MatchAnswer answer) {
            return answer.isClean() ? NOT_AFFECTED : valueOf(answer.name());
        }
    }

    /** How it stands to one advisory. */
    @Schema(name = "AnalysisVerdict", description = "How an item stands to one advisory.")
    record VerdictView(
            @Schema(description = "Key of the advisory.", examples = "CVE-2024-21762")
            String advisory,

            @Schema(description = "What all sources together come to.")
            AnswerView answer,

            @Schema(
                    description =
                            "POSSIBLE is UNKNOWN because no source can decide it, however well the item is known; every other answer but NOT_AFFECTED counts as proven. Absent with NOT_AFFECTED.")
            UnpatchedView.@Nullable Certainty certainty,

            @Schema(description = "The first repaired version any source names.") @Nullable
            String fixVersion,

            @Schema(description = "What each source says, the most specific first.")
            List<EvidenceView> evidence) {

        private static final Comparator<VerdictView> PROVEN_FIRST =
                Comparator.comparing(VerdictView::certainty, Comparator.nullsLast(Comparator.naturalOrder()));

        private static VerdictView of(String advisory, Judgement judgement) {
            return new VerdictView(
                    advisory,
                    AnswerView.of(judgement.answer()),
                    UnpatchedView.Certainty.of(judgement.answer(), judgement.isPossible()),
                    judgement.fixVersion(),
                    judgement.evidence().stream().map(EvidenceView::of).toList());
        }
    }

    /** What one source says and how it was read. */
    @Schema(name = "VersionEvidence", description = "What one source says of a version, and how it was read.")
    record EvidenceView(
            @Schema(description = "The kind of source.") Source source,

            @Schema(description = "Who says so.", examples = "fortinet")
            String sourceName,

            @Schema(description = "Id of the record.") String record,

            @Schema(description = "What this source alone comes to.")
            AnswerView answer,

            @Schema(
                    description =
                            "POSSIBLE where this source cannot decide it, however well the item is known. Absent with NOT_AFFECTED.")
            UnpatchedView.@Nullable Certainty certainty,

            @Schema(description = "As written.") String range,

            @Schema(description = "The comparison made, in words.")
            String comparison,

            @Schema(description = "The first repaired version this source names; absent where it names none.") @Nullable
            String fixVersion) {

        static EvidenceView of(MatchEvidence one) {
            return new EvidenceView(
                    one.source(),
                    one.sourceName(),
                    one.recordId(),
                    AnswerView.of(one.answer()),
                    UnpatchedView.Certainty.of(one.answer(), one.possible()),
                    one.range(),
                    one.comparison(),
                    one.fixVersion());
        }
    }

    static JudgedView judged(
            ItemView item, SortedMap<String, Judgement> judgements, SoftwareIdentities.Standing standing) {
        return JudgedView.of(
                item,
                standing.of(!judgements.isEmpty()),
                judgements.entrySet().stream()
                        .map(entry -> VerdictView.of(entry.getKey(), entry.getValue()))
                        .sorted(VerdictView.PROVEN_FIRST)
                        .toList());
    }

    static AnalysisView of(List<JudgedView> items, List<LoadedSource> sources) {
        int unknown = (int) items.stream().filter(item -> !item.judged()).count();
        return new AnalysisView(items, unknown, why(items, unknown), sources);
    }

    private static @Nullable String why(List<JudgedView> items, int unknown) {
        if (items.stream().anyMatch(item -> item.identity() == IdentityQuality.NO_FEED)) {
            return "No feed is loaded that names products, so nothing is known of " + unknown + " of the items.";
        }
        if (items.stream().anyMatch(item -> item.identity() == IdentityQuality.STALE_FEED)) {
            return "Everything that is loaded is out of date, so newer flaws are missing"
                    + (unknown == 0 ? "." : ", and no loaded source names " + unknown + " of the items.");
        }
        return unknown == 0
                ? null
                : "No loaded source names " + unknown + " of the items. They are not clean, but unknown.";
    }
}
