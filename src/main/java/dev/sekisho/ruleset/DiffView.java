package dev.sekisho.ruleset;

import dev.sekisho.risk.traffic.TrafficDiff;
import dev.sekisho.risk.traffic.rule.Decision;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.Translations;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How two rule sets differ in what they permit. */
@Schema(
        name = "TrafficDiff",
        description =
                "How two rule sets differ in what they permit; both lists are empty exactly if they permit the same, however they are written.")
public record DiffView(
        @Schema(description = "Whether both permit the same.")
        boolean same,

        @Schema(description = "Packets that only the later one permits, one a rule.")
        List<WitnessView> added,

        @Schema(description = "Packets that only the earlier one permits, one a rule.")
        List<WitnessView> removed) {

    public static DiffView of(RuleSet earlier, RuleSet later) {
        var diff = TrafficDiff.between(earlier, later);
        return new DiffView(diff.isEmpty(), witnesses(diff.added(), later), witnesses(diff.removed(), earlier));
    }

    private static List<WitnessView> witnesses(List<Decision> decisions, RuleSet by) {
        var translations = Translations.of(by);
        return decisions.stream()
                .map(decision -> WitnessView.of(decision, translations))
                .filter(Objects::nonNull)
                .toList();
    }
}
