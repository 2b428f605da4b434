package dev.sekisho.connection;

import dev.sekisho.risk.traffic.TrafficDiff;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How two rule sets differ in what they permit. */
@Schema(
        name = "TrafficDiff",
        description =
                "How two rule sets differ in what they permit; both lists are empty exactly if they permit the same, however they are written.")
record DiffView(boolean same, List<WitnessView> added, List<WitnessView> removed) {

    static DiffView of(TrafficDiff diff) {
        return new DiffView(
                diff.isEmpty(),
                diff.added().stream()
                        .map(WitnessView::of)
                        .filter(Objects::nonNull)
                        .toList(),
                diff.removed().stream()
                        .map(WitnessView::of)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
