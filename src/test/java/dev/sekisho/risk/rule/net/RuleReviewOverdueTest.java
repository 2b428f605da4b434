package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReviewOverdueTest {
    @ParameterizedTest
    @CsvSource({"183, MEDIUM", "365, MEDIUM", "366, HIGH", "4000, HIGH"})
    void growsWithTheDaysSinceTheLastReview(int days, Severity severity) {
        assertThat(judge(LinkScene.wellRun().reviewed(LinkScene.TODAY.minusDays(days))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("NET-07");
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.evidence()).containsEntry("days", "" + days);
                });
    }

    @ParameterizedTest
    @CsvSource({"0", "182", "-5"})
    void acceptsAReviewWithinHalfAYear(int days) {
        assertThat(judge(LinkScene.wellRun().reviewed(LinkScene.TODAY.minusDays(days))))
                .isEmpty();
    }

    @Test
    void isHighWhenThereNeverWasAReview() {
        assertThat(judge(LinkScene.wellRun().reviewed(null))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.detail())
                    .isEqualTo("The firewall rules between Yamato Sensors and the zone Vendor DMZ have never been"
                            + " reviewed.");
            assertThat(finding.evidence()).containsEntry("reviewedOn", "never");
        });
    }

    @Test
    void saysWhenTheLastReviewWas() {
        var scene = LinkScene.wellRun().insideTheHouse().reviewed(LinkScene.TODAY.minusDays(200));

        assertThat(judge(scene))
                .extracting(Finding::detail)
                .containsExactly(
                        "The firewall rules between the zone Office and the zone Vendor DMZ were last reviewed on"
                                + " 2025-08-13; a review is due every 183 days.");
    }

    private static List<Finding> judge(LinkScene scene) {
        return new RuleReviewOverdue().judge(scene.judged()).toList();
    }
}
