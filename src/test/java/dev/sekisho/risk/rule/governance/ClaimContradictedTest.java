package dev.sekisho.risk.rule.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.estate.software.UseState;
import dev.sekisho.risk.estate.software.Verdict;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.SoftwareScene;
import dev.sekisho.risk.rule.TrafficScene;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimContradictedTest {
    @ParameterizedTest
    @CsvSource({"VERIFIED, 0.95, 1", "VERIFIED, 0.949, 0", "UNVERIFIED, 1, 0", "NONE, 1, 0"})
    void holdsAVerifiedFilterAgainstItsRules(FilterState stated, double openness, int findings) {
        var scene = LinkScene.wellRun()
                .filter(stated)
                .permitting(TrafficScene.tidy().open(openness).summary());

        assertThat(judge(scene)).hasSize(findings).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("GOV-10");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.cause()).isEqualTo("filter");
            assertThat(finding.evidence())
                    .containsEntry("claim", "VERIFIED on 2025-12-31")
                    .containsEntry("contradictedBy", "the rules in force")
                    .containsKey("openness");
        });
    }

    @ParameterizedTest
    @CsvSource({"NONE, that nothing filters", "UNVERIFIED, that it filters in part"})
    void holdsTheRegisterAgainstALaterInspection(FilterState found, String words) {
        assertThat(judge(LinkScene.wellRun().filter(found).refuting(FilterState.VERIFIED)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.cause()).isEqualTo("inspection");
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "The register says of the filter between Yamato Sensors and the zone Vendor DMZ that"
                                            + " it is VERIFIED, and the inspection of 2025-12-31 found " + words + ".");
                    assertThat(finding.evidence())
                            .containsEntry("claim", "VERIFIED")
                            .containsEntry("contradictedBy", found + " by inspection on 2025-12-31");
                });
    }

    @ParameterizedTest
    @CsvSource(
            value = {"true, false, 1", "true, true, 0", "true, -, 0", "false, false, 0", "-, false, 0"},
            nullValues = "-")
    void holdsDetectionAgainstTheHosts(@Nullable Boolean said, @Nullable Boolean onHost, int findings) {
        var scene = LinkScene.wellRun().onHost(onHost).monitored(true, said, true, 365);

        assertThat(judge(scene)).hasSize(findings).allSatisfy(finding -> {
            assertThat(finding.cause()).isEqualTo("detection");
            assertThat(finding.evidence()).containsEntry("hosts", "relay");
        });
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void holdsWhatIsSaidOfAVersionAgainstEachOther(Verdict verdict) {
        var found = judge(SoftwareScene.beacon().with(flaw -> flaw.judged(verdict)));

        assertThat(found).hasSize(verdict == Verdict.CONFLICT ? 1 : 0).allSatisfy(finding -> {
            assertThat(finding.cause()).isEqualTo("CVE-2026-0001");
            assertThat(finding.detail())
                    .isEqualTo(
                            "Of Beacon 7.2 (Relay beacon) it is said both that CVE-2026-0001 affects it and that it does"
                                    + " not.");
            assertThat(finding.evidence()).containsEntry("bothSides", "7.2 < 7.3");
        });
    }

    @Test
    void asksNothingOfSoftwareThatIsOut() {
        assertThat(judge(SoftwareScene.beacon()
                        .used(UseState.STOPPED_VERIFIED, null)
                        .with(flaw -> flaw.judged(Verdict.CONFLICT))))
                .isEmpty();
    }

    @Test
    void hasNothingToSayOfTheWellRunLink() {
        assertThat(judge(LinkScene.wellRun().permitting(TrafficScene.tidy().summary())))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new ClaimContradicted().judge(scene.judged()).toList();
    }

    private static List<Finding> judge(SoftwareScene scene) {
        return new ClaimContradicted().judge(scene.judged()).toList();
    }
}
