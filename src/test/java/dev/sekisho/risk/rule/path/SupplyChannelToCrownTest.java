package dev.sekisho.risk.rule.path;

import static dev.sekisho.risk.rule.PartyScene.crown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.PartyScene;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupplyChannelToCrownTest {
    @Test
    void isHighWhereMoreMayLeaveAZoneThanIsPermitted() {
        var scene = PartyScene.yamato()
                .supplying("office", false, crown("erp", 1), crown("mes", 1))
                .supplying("plant", true, crown("mes", 1))
                .supplying("lab", false, crown("hr", 0));

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PTH-06");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.subject()).isEqualTo(new Subject(Subject.Kind.THIRD_PARTY, "yamato"));
            assertThat(finding.cause()).isEmpty();
            assertThat(finding.detail())
                    .isEqualTo("With the software that Yamato Sensors supplies one comes to erp and mes over one"
                            + " break; more than is permitted may leave the zone office.");
            assertThat(finding.evidence())
                    .containsEntry("target", "erp")
                    .containsEntry("breaks", "1")
                    .containsEntry("targets", "erp, mes")
                    .containsEntry("zones", "office, plant")
                    .containsEntry("openZones", "office");
        });
    }

    @Test
    void isMediumWhereOnlyWhatIsPermittedLeaves() {
        assertThat(judge(PartyScene.yamato().supplying("plant", true, crown("mes", 1))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.detail()).endsWith("; only what is permitted leaves the zones it is in.");
                });
    }

    @Test
    void isAcceptedWithItsZonesAndTargets() {
        AcceptanceScope guarded = scope(PartyScene.yamato().supplying("plant", true, crown("mes", 1)));
        AcceptanceScope open = scope(PartyScene.yamato().supplying("plant", false, crown("mes", 1)));
        AcceptanceScope more = scope(PartyScene.yamato().supplying("plant", true, crown("mes", 1), crown("erp", 1)));
        AcceptanceScope elsewhere = scope(
                PartyScene.yamato().supplying("plant", true, crown("mes", 1)).supplying("lab", true, crown("mes", 1)));

        assertThat(open.beyond(guarded)).isNotEmpty();
        assertThat(more.beyond(guarded)).isNotEmpty();
        assertThat(elsewhere.beyond(guarded)).isNotEmpty();
        assertThat(guarded.beyond(guarded)).isEmpty();
        assertThat(guarded.beyond(open)).isEmpty();
    }

    @Test
    void leavesWhatNeedsNoBreakAnyMoreToAnother() {
        assertThat(judge(PartyScene.yamato().supplying("plant", false, crown("mes", 0))))
                .isEmpty();
    }

    @Test
    void hasNothingToSayWhereNothingIsNear() {
        assertThat(judge(PartyScene.yamato().reachingCrowns(9))).isEmpty();
    }

    private static AcceptanceScope scope(PartyScene scene) {
        return new SupplyChannelToCrown().scope(scene.judged(), "");
    }

    private static List<Finding> judge(PartyScene scene) {
        return new SupplyChannelToCrown().judge(scene.judged()).toList();
    }
}
