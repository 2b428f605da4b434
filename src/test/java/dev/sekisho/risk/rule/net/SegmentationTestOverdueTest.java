package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.ThirdPartyKind;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentationTestOverdueTest {
    @ParameterizedTest
    @CsvSource({
        "VENDOR, 364, 0",
        "VENDOR, 365, 1",
        "PARTNER, 183, 0",
        "MSP, 182, 0",
        "MSP, 183, 1",
        "MSP, 365, 1",
    })
    void asksForATestEveryYearAndTwiceAYearOfAServiceProvider(ThirdPartyKind kind, int daysAgo, int findings) {
        assertThat(judge(LinkScene.wellRun().of(kind).tested(LinkScene.TODAY.minusDays(daysAgo))))
                .hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({"364, 0", "365, 1"})
    void asksForATestEveryYearBetweenZonesOfOurs(int daysAgo, int findings) {
        assertThat(judge(LinkScene.wellRun()
                        .of(ThirdPartyKind.MSP)
                        .insideTheHouse()
                        .tested(LinkScene.TODAY.minusDays(daysAgo))))
                .hasSize(findings);
    }

    @Test
    void isMediumWhereThereNeverWasOne() {
        assertThat(judge(LinkScene.wellRun().tested(null))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("NET-09");
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.detail())
                    .isEqualTo(
                            "Whether anything gets past the firewall between Yamato Sensors and the zone Vendor DMZ has"
                                    + " never been tested.");
            assertThat(finding.evidence()).containsEntry("segmentationTestedOn", "never");
        });
    }

    @Test
    void saysWhenTheLastTestWas() {
        var scene = LinkScene.wellRun().of(ThirdPartyKind.MSP).tested(LinkScene.TODAY.minusDays(200));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.detail())
                    .isEqualTo(
                            "Whether anything gets past the firewall between Yamato Sensors and the zone Vendor DMZ was"
                                    + " last tested on 2025-08-13; a test is due every 183 days.");
            assertThat(finding.evidence()).containsEntry("days", "200");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = FilterState.class,
            names = {"NONE", "PLANNED", "UNKNOWN"})
    void asksForNoTestOfWhatDoesNotStand(FilterState state) {
        assertThat(judge(LinkScene.wellRun().filter(state).tested(null))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FilterState.class,
            names = {"VERIFIED", "UNVERIFIED", "HOST_ONLY"})
    void asksForATestOfWhateverStands(FilterState state) {
        assertThat(judge(LinkScene.wellRun().filter(state).tested(null))).hasSize(1);
    }

    private static List<Finding> judge(LinkScene scene) {
        return new SegmentationTestOverdue().judge(scene.judged()).toList();
    }
}
