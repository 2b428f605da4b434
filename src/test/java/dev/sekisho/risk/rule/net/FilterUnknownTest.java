package dev.sekisho.risk.rule.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.FilterState;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterUnknownTest {
    @Test
    void reportsAStateNobodyHasStated() {
        var found = judge(LinkScene.wellRun().filter(FilterState.UNKNOWN).inspected(null));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("NET-02");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail()).endsWith("is unknown and counts as no: nobody has stated it.");
            assertThat(finding.evidence())
                    .containsEntry("stated", "UNKNOWN")
                    .containsEntry("inspectedOn", "unknown")
                    .containsEntry("inspectionDueOn", "unknown");
        });
    }

    @Test
    void reportsAStateWithoutDatedEvidence() {
        var scene = LinkScene.wellRun().inspected(null).countingAs(FilterState.UNKNOWN);

        assertThat(judge(scene))
                .extracting(Finding::detail)
                .containsExactly(
                        "Whether a firewall stands between Yamato Sensors and the zone Vendor DMZ is unknown and"
                                + " counts as no: it is stated as VERIFIED without a dated inspection or rules stored in the last two years.");
    }

    @Test
    void reportsEvidenceThatIsTooOld() {
        var scene = LinkScene.wellRun().inspected(LocalDate.of(2023, 5, 1)).countingAs(FilterState.UNKNOWN);

        assertThat(judge(scene))
                .extracting(Finding::detail)
                .containsExactly(
                        "Whether a firewall stands between Yamato Sensors and the zone Vendor DMZ is unknown and"
                                + " counts as no: it is stated as VERIFIED, but the inspection of 2023-05-01 does not count on this"
                                + " day.");
    }

    @Test
    void reportsInternalLinksToo() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().filter(FilterState.UNKNOWN)))
                .hasSize(1);
    }

    @Test
    void leavesAMissingFirewallToItsOwnRule() {
        assertThat(judge(LinkScene.wellRun().filter(FilterState.NONE).countingAs(FilterState.UNKNOWN)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = FilterState.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void acceptsWhatIsKnown(FilterState state) {
        assertThat(judge(LinkScene.wellRun().filter(state))).isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new FilterUnknown().judge(scene.judged()).toList();
    }
}
