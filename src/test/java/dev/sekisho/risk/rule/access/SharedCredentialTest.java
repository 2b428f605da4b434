package dev.sekisho.risk.rule.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.link.Authentication;
import dev.sekisho.risk.rule.AcceptanceScope;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.LinkScene;
import dev.sekisho.risk.rule.SharedLogins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedCredentialTest {
    @Test
    void reportsASharedCredential() {
        assertThat(judge(LinkScene.wellRun().authenticatedBy(Authentication.SHARED)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("ACC-02");
                    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
                    assertThat(finding.detail())
                            .isEqualTo(
                                    "The people of Yamato Sensors share one credential for the zone Vendor DMZ, so nobody"
                                            + " can tell who came in.");
                    assertThat(finding.evidence()).containsEntry("authentication", "SHARED");
                });
    }

    @ParameterizedTest
    @EnumSource(value = Authentication.class, mode = EnumSource.Mode.EXCLUDE, names = "SHARED")
    void acceptsEverythingElse(Authentication authentication) {
        assertThat(judge(LinkScene.wellRun().authenticatedBy(authentication))).isEmpty();
    }

    @Test
    void reportsEachSharedPasswordAndIdentityProviderOnTheWay() {
        var scene = LinkScene.wellRun()
                .sharing(SharedLogins.Kind.CREDENTIAL_GROUP, "admins", "host a", "host b", "host c")
                .sharing(SharedLogins.Kind.IDENTITY_PROVIDER, "okta", "third party msp", "third party yamato");

        assertThat(judge(scene))
                .extracting(Finding::cause)
                .containsExactly("credential group admins", "identity provider okta");
        assertThat(judge(scene)).first().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.detail())
                    .isEqualTo(
                            "The password of the credential group admins, which Yamato Sensors meets in the zone Vendor"
                                    + " DMZ, opens 3 doors: host a, host b and 1 more.");
            assertThat(finding.evidence()).containsEntry("opens", "host a, host b, host c");
        });
    }

    @Test
    void acceptsAPasswordWithTheDoorsItOpensToday() {
        var today = LinkScene.wellRun().sharing(SharedLogins.Kind.CREDENTIAL_GROUP, "admins", "host a", "host b");
        var tomorrow =
                LinkScene.wellRun().sharing(SharedLogins.Kind.CREDENTIAL_GROUP, "admins", "host a", "host b", "host c");

        assertThat(scope(tomorrow).beyond(scope(today))).containsExactly("opens host c");
        assertThat(scope(today).beyond(scope(tomorrow))).isEmpty();
    }

    private static AcceptanceScope scope(LinkScene scene) {
        return new SharedCredential().scope(scene.judged(), "credential group admins");
    }

    @Test
    void looksAtThirdPartiesOnly() {
        assertThat(judge(LinkScene.wellRun().insideTheHouse().authenticatedBy(Authentication.SHARED)))
                .isEmpty();
    }

    private static List<Finding> judge(LinkScene scene) {
        return new SharedCredential().judge(scene.judged()).toList();
    }
}
