package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.rule.Evidence;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.TrafficScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverPermissiveTest {
    @ParameterizedTest
    @CsvSource({"0.25, MEDIUM", "0.4999, MEDIUM", "0.5, HIGH", "1, HIGH"})
    void growsWithOpenness(double openness, Severity severity) {
        assertThat(judge(TrafficScene.tidy().open(openness))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("NET-04");
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo("The firewall between Yamato Sensors and the zone Vendor DMZ has an openness of "
                            + Evidence.decimal(openness) + " and permits 0.000 bits more than is approved.");
            assertThat(finding.evidence())
                    .containsEntry("openness", Evidence.decimal(openness))
                    .containsEntry("excessBits", "0.000")
                    .containsEntry("opaqueRules", "0")
                    .containsEntry("witness", "tcp 198.51.100.7:40000 -> 10.9.0.7:443")
                    .containsKey("rule");
        });
    }

    @Test
    void isMediumWithMoreThanEightBitsOfExcess() {
        assertThat(judge(TrafficScene.tidy().counting(256, 0)))
                .extracting(Finding::severity)
                .containsExactly(Severity.MEDIUM);
    }

    @Test
    void acceptsEightBitsAndAnOpennessBelowAQuarter() {
        assertThat(judge(TrafficScene.tidy().open(0.2499).counting(255, 0))).isEmpty();
    }

    @Test
    void needsRulesAndAddressesToJudge() {
        assertThat(judge(TrafficScene.tidy().measuredAgainstNothing())).isEmpty();
        assertThat(new OverPermissive()
                        .judge(LinkScene.wellRun().open(1).withoutRuleSet().judged()))
                .isEmpty();
    }

    private static List<Finding> judge(TrafficScene traffic) {
        return new OverPermissive()
                .judge(LinkScene.wellRun().permitting(traffic.summary()).judged())
                .toList();
    }
}
