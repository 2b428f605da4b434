package dev.sekisho.connection;

import dev.sekisho.risk.traffic.TrafficAnswer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happens to the traffic asked about, with proof or witness. */
@Schema(
        name = "TrafficAnswer",
        description =
                "What happens to the traffic asked about: all, some or none of it gets through, a witness of each, and the rules that decide.")
record AnswerView(
        TrafficAnswer.Verdict verdict,
        List<RuleView> decidedBy,

        @Schema(description = "A packet that is let through; absent when it is proven that none is.") @Nullable
        WitnessView permitted,

        @Schema(description = "A packet that is not; absent when it is proven that all are let through.") @Nullable
        WitnessView denied) {

    static AnswerView of(TrafficAnswer answer) {
        return new AnswerView(
                answer.verdict(),
                answer.decidedBy().stream().map(RuleView::of).toList(),
                WitnessView.of(answer.permitted()),
                WitnessView.of(answer.denied()));
    }
}
