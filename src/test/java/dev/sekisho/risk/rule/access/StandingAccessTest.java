package dev.sekisho.risk.rule.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.Access;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingAccessTest {
    @Test
    void reportsAnAccessThatIsAlwaysOn() {
        assertThat(judge(LinkScene.wellRun().open(Access.ALWAYS_ON)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("ACC-03");
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.detail())
                            .isEqualTo("The access of Yamato Sensors to the zone Vendor DMZ is open at all times.");
                    assertThat(finding.evidence())
                            .containsEntry("access", "ALWAYS_ON")
                            .containsEntry("privileged", "false");
                });
    }

    @Test
    void countsUnknownAsAlwaysOn() {
        assertThat(judge(LinkScene.wellRun().open(Access.UNKNOWN)))
                .extracting(Finding::detail)
                .containsExactly(
                        "The access of Yamato Sensors to the zone Vendor DMZ is open at times nobody has stated,"
                                + " which counts as always.");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"true", "-"},
            nullValues = "-")
    void isHighWithAdministratorsRightsOrWhereTheyAreUnknown(Boolean privileged) {
        assertThat(judge(LinkScene.wellRun().open(Access.ALWAYS_ON).privileged(privileged)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail()).endsWith(" at all times, with administrator's rights behind it.");
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = Access.class,
            names = {"JUST_IN_TIME", "SCHEDULED"})
    void acceptsAnAccessThatCloses(Access access) {
        assertThat(judge(LinkScene.wellRun().open(access).privileged(true))).isEmpty();
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().open(Access.ALWAYS_ON)))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new StandingAccess().judge(scene.judged()).toList();
    }
}
