package dev.sekisho.ruleset;

import dev.sekisho.risk.traffic.rule.Addressing;
import dev.sekisho.risk.traffic.rule.TrafficAnswer;
import dev.sekisho.risk.traffic.rule.Translations;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happens to the traffic asked about, with proof or witness. */
@Schema(
        name = "TrafficAnswer",
        description =
                "What happens to the traffic asked about: all, some or none of it gets through, a witness of each, and the rules that decide.")
record AnswerView(
        @Schema(description = "Whether all, some or none of the traffic gets through.")
        TrafficAnswer.Verdict verdict,

        @Schema(description = "The rules that decide, in their order; empty where the default action does.")
        List<RuleView> decidedBy,

        @Schema(
                description =
                        "Which address of the destination the answer is about: the REAL one, the one a PARTNER sends to before translation, or EITHER, when it holds for both.")
        Addressing addressing,

        @Schema(description = "A packet that is let through; absent when it is proven that none is.") @Nullable
        WitnessView permitted,

        @Schema(description = "A packet that is not; absent when it is proven that all are let through.") @Nullable
        WitnessView denied) {

    static AnswerView of(TrafficAnswer answer, Translations translations) {
        return new AnswerView(
                answer.verdict(),
                answer.decidedBy().stream().map(RuleView::of).toList(),
                answer.addressing(),
                WitnessView.of(answer.permitted(), translations),
                WitnessView.of(answer.denied(), translations));
    }
}
