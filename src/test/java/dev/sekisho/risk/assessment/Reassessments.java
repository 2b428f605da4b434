package dev.sekisho.risk.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.TreeMap;

/** What has to hold of an assessment that was made from another. */
final class Reassessments {
    private Reassessments() {}

    static void assertSame(Assessment incremental, Assessment scratch) {
        assertThat(incremental.scores()).isEqualTo(scratch.scores());
        assertThat(incremental.portfolio()).isEqualTo(scratch.portfolio());
        assertThat(incremental.findings()).hasSameSizeAs(scratch.findings());
        assertThat(incremental.findings())
                .zipSatisfy(scratch.findings(), (one, other) -> assertThat(one).isEqualTo(other));
    }

    /** What is said to have changed turns the results before into those after. */
    static void assertTellsWhatChanged(Assessment before, Assessment after) {
        after.difference().ifPresent(difference -> {
            var findings = new ArrayList<>(before.findings());
            difference.gone().forEach(group -> group.forEach(findings::remove));
            difference.come().forEach(findings::addAll);
            assertThat(findings).containsExactlyInAnyOrderElementsOf(after.findings());
        });
        after.rescored().ifPresent(rescored -> {
            var scores = new TreeMap<>(before.scores());
            rescored.gone().forEach(scores::remove);
            scores.putAll(rescored.changed());
            assertThat(scores).isEqualTo(after.scores());
        });
    }
}
