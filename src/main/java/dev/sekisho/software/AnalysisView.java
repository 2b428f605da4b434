package dev.sekisho.software;

import dev.sekisho.feed.LoadedSource;
import dev.sekisho.matching.product.Judgement;
import dev.sekisho.matching.product.MatchAnswer;
import dev.sekisho.matching.product.MatchEvidence;
import dev.sekisho.matching.published.Source;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How software that is not stored stands to the advisories. */
@Schema(name = "Analysis", description = "How software that is not stored stands to the advisories.")
record AnalysisView(
        List<JudgedView> items,

        @Schema(description = "What was loaded; what no source says is not known here.")
        List<LoadedSource> sources) {

    /** What to judge. */
    @Schema(name = "AnalysisRequest")
    record AskedView(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid ItemView> items) {}

    /** One piece of software, by whatever names are known. */
    @Schema(name = "AnalysisItem")
    record ItemView(
            @Size(min = 1, max = 200) @Nullable String vendor,
            @Size(min = 1, max = 200) @Nullable String product,
            @Size(min = 1, max = 200) @Nullable String version,
            @Size(min = 1, max = 1000) @Nullable String purl,
            @Size(min = 1, max = 500) @Nullable String cpe) {}

    /** An item with its verdicts. */
    @Schema(name = "AnalyzedItem")
    record JudgedView(
            @Nullable String vendor,
            @Nullable String product,
            @Nullable String version,
            @Nullable String purl,
            @Nullable String cpe,

            @Schema(description = "False where no loaded source names it: then nothing is known of it.")
            boolean judged,

            List<VerdictView> verdicts) {}

    /** The four answers. */
    @Schema(name = "VersionAnswer")
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
    @Schema(name = "AnalysisVerdict")
    record VerdictView(
            @Schema(description = "Key of the advisory.", examples = "CVE-2024-21762")
            String advisory,

            AnswerView answer,

            @Schema(description = "The first repaired version any source names.") @Nullable
            String fixVersion,

            List<EvidenceView> evidence) {}

    /** What one source says and how it was read. */
    @Schema(name = "VersionEvidence")
    record EvidenceView(
            Source source,

            @Schema(description = "Who says so.", examples = "fortinet")
            String sourceName,

            @Schema(description = "Id of the record.") String record,
            AnswerView answer,
            @Schema(description = "As written.") String range,

            @Schema(description = "The comparison made, in words.")
            String comparison,

            @Nullable String fixVersion) {

        static EvidenceView of(MatchEvidence one) {
            return new EvidenceView(
                    one.source(),
                    one.sourceName(),
                    one.recordId(),
                    AnswerView.of(one.answer()),
                    one.range(),
                    one.comparison(),
                    one.fixVersion());
        }
    }

    static JudgedView judged(ItemView item, SortedMap<String, Judgement> judgements) {
        List<VerdictView> verdicts = judgements.entrySet().stream()
                .map(entry -> new VerdictView(
                        entry.getKey(),
                        AnswerView.of(entry.getValue().answer()),
                        entry.getValue().fixVersion(),
                        entry.getValue().evidence().stream()
                                .map(EvidenceView::of)
                                .toList()))
                .toList();
        return new JudgedView(
                item.vendor(), item.product(), item.version(), item.purl(), item.cpe(), !verdicts.isEmpty(), verdicts);
    }
}
