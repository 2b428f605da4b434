package dev.sekisho.risk.rule.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemoteAccessWithoutMfaTest {
    @ParameterizedTest
    @EnumSource(
            value = Authentication.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PHISHING_RESISTANT_MFA", "MFA", "MUTUAL_CERTIFICATE"})
    void reportsEverythingShortOfASecondFactorAtEveryUse(Authentication authentication) {
        assertThat(judge(LinkScene.wellRun().authenticatedBy(authentication)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("ACC-01");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail())
                            .isEqualTo("Yamato Sensors enters the zone Vendor DMZ without a second factor at every use:"
                                    + " authentication is " + authentication + ".");
                    assertThat(finding.evidence())
                            .containsEntry("authentication", authentication.name())
                            .containsEntry("privileged", "false");
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = Authentication.class,
            names = {"PHISHING_RESISTANT_MFA", "MFA"})
    void acceptsASecondFactorEvenForAdministrators(Authentication authentication) {
        assertThat(judge(LinkScene.wellRun().authenticatedBy(authentication).privileged(true)))
                .isEmpty();
    }

    @Test
    void acceptsACertificateBetweenMachines() {
        assertThat(judge(LinkScene.wellRun().authenticatedBy(Authentication.MUTUAL_CERTIFICATE)))
                .isEmpty();
    }

    @Test
    void isCriticalWithAdministratorsRights() {
        var scene = LinkScene.wellRun()
                .authenticatedBy(Authentication.MUTUAL_CERTIFICATE)
                .privileged(true);

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.detail()).contains(" with administrator's rights without a second factor");
        });
    }

    @Test
    void assumesAdministratorsRightsWhereNobodyHasStatedThem() {
        var scene = LinkScene.wellRun()
                .authenticatedBy(Authentication.SINGLE_FACTOR)
                .privileged(null);

        assertThat(judge(scene)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.detail())
                    .contains(" with administrator's rights (assumed, since nobody has stated them) without");
            assertThat(finding.evidence()).containsEntry("privileged", "unknown");
        });
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().authenticatedBy(Authentication.NONE)))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new RemoteAccessWithoutMfa().judge(scene.judged()).toList();
    }
}
