package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.PartyScene;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitiveExchangeTest {
    @ParameterizedTest
    @CsvSource(
            value = {"-, 1", "364, 0", "365, 1", "-1, 0", "-2, 1"},
            nullValues = "-")
    void asksForAnAssessmentWithinAYear(@Nullable Integer daysAgo, int findings) {
        var scene = PartyScene.yamato()
                .reachingUsThrough("msp", "Alpha MSP")
                .assessed(daysAgo == null ? null : PartyScene.TODAY.minusDays(daysAgo));

        assertThat(judge(scene)).hasSize(findings);
    }

    @Test
    void namesThroughWhom() {
        var scene = PartyScene.yamato().reachingUsThrough("msp", "Alpha MSP").assessed(null);

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("NET-15");
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.detail())
                    .isEqualTo(
                            "Yamato Sensors reaches us through Alpha MSP, and its own security has never been assessed.");
            assertThat(finding.evidence()).containsEntry("principal", "msp").containsEntry("assessedOn", "never");
        });
    }

    @Test
    void asksNothingOfWhoReachesUsThroughNobody() {
        assertThat(judge(PartyScene.yamato().workingFor("msp").assessed(null))).isEmpty();
    }

    private static List<Finding> judge(PartyScene scene) {
        return new TransitiveExchange().judge(scene.judged()).toList();
    }
}
