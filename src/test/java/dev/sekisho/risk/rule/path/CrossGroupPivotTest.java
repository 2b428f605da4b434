package dev.sekisho.risk.rule.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.path.Distance;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.PartyScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossGroupPivotTest {
    @ParameterizedTest
    @CsvSource({"0", "1"})
    void reportsAnotherCompanyAtMostOneBreakAway(int breaks) {
        assertThat(judge(LinkScene.wellRun().reachingCompany("shipping", Distance.exactly(breaks))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("PTH-03");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.cause()).isEmpty();
                    assertThat(finding.organization()).isEqualTo("works");
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "Yamato Sensors comes in at the zone Vendor DMZ and reaches another company of ours,"
                                            + " Hoshino Shipping, in at most one break.");
                    assertThat(finding.evidence())
                            .containsEntry("organizations", "shipping")
                            .containsEntry("breaks", "" + breaks);
                });
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().reachingCompany("shipping", Distance.exactly(0))))
                .isEmpty();
    }

    @Test
    void reportsOnceAThirdPartyWhatItReachesOverNoConnectionPoint() {
        var scene = PartyScene.yamato()
                .running("press", 0)
                .reachingCompany("shipping", 1)
                .running("pump", 0)
                .reachingCompany("shipping", 0)
                .supplying("plant", true);

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-03");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.THIRD_PARTY, "yamato"));
            assertThat(finding.detail())
                    .isEqualTo("Yamato Sensors comes in over no connection point of its own and reaches another company"
                            + " of ours, Hoshino Shipping, in at most one break: over the host pump that it runs, and"
                            + " with its software in the zone plant.");
            assertThat(finding.evidence())
                    .containsEntry("organizations", "shipping")
                    .containsEntry("breaks", "0")
                    .containsEntry("ways", "ASSET pump into zone plant, THIRD_PARTY yamato into zone plant");
        });
        assertThat(judge(PartyScene.yamato().running("pump", 0))).isEmpty();
    }

    /** Another company, another way and a break less are more than was accepted. */
    @Test
    void isAcceptedWithItsWaysAndDistances() {
        var rule = new CrossGroupPivot();
        var accepted = rule.scope(
                PartyScene.yamato()
                        .reachingCompany("shipping", 1)
                        .running("pump", 0)
                        .judged(),
                "");

        assertThat(rule.scope(
                                PartyScene.yamato()
                                        .reachingCompany("shipping", 0)
                                        .running("pump", 0)
                                        .running("press", 0)
                                        .judged(),
                                "")
                        .beyond(accepted))
                .containsExactly("way ASSET press into zone plant", "without a single break company shipping");
    }

    private static List<Finding> judge(PartyScene scene) {
        return new CrossGroupPivot().judge(scene.judged()).toList();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new CrossGroupPivot().judge(scene.judged()).toList();
    }
}
